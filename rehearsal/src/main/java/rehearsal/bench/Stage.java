package rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import rehearsal.load.LoadClient;
import rehearsal.load.RedisLine;
import standalone.data.DataFolder;
import standalone.data.Secrets;
import standalone.process.Ports;
import standalone.redis.RedisServer;
import standalone.service.Service;
import standalone.service.ServiceKind;

/**
 * A stack of one benchmark: Redis as the launcher runs it, instances of the waiting room as built, and a core that
 * knows but the owner of every event. All on loopback, in a folder that is gone afterwards.
 */
final class Stage implements AutoCloseable {

    private static final int START_SECONDS = 120;

    private final Path home;
    private final Path folder;
    private final DataFolder data;
    private final RedisServer redis;
    private final int redisPort;
    private final StandInCore core;
    private final Organizer organizer;
    private final List<Service> services = new ArrayList<>();

    private Stage(Workshop workshop) throws IOException {
        home = workshop.home();
        folder = Files.createTempDirectory("rehearsal");
        data = DataFolder.open(folder);
        var log = Files.createDirectories(workshop.out()).resolve("services.log");
        redisPort = new Ports().free();
        redis = RedisServer.prepare(data, redisPort, line -> append(log, line));
        core = new StandInCore();
        organizer = new Organizer(data.path("secrets/staff-private.pem"));
    }

    static Stage open(Workshop workshop, int instances, String javaOptions) throws IOException {
        var stage = new Stage(workshop);
        try {
            stage.start(workshop, instances, javaOptions);
            return stage;
        } catch (IOException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    private void start(Workshop workshop, int instances, String javaOptions) throws IOException {
        var secrets = Secrets.in(data.path("secrets"));
        await(redis.start());
        var settings = new LinkedHashMap<String, String>();
        settings.put("REDIS_URL", redis.url());
        settings.put("SECRETS_DIR", secrets.directory().toString());
        settings.put("TICKETING_URL", core.url());
        settings.put("OPERATION_BENCH_EMPTY_ENDPOINT", "true");
        if (!javaOptions.isEmpty()) {
            settings.put("_JAVA_OPTIONS", javaOptions); // outranks the command line that the launcher writes
        }
        var log = workshop.out().resolve("services.log");
        var ports = new Ports();
        for (var number = 1; number <= instances; number++) {
            var service = Service.prepare(ServiceKind.WAITING_ROOM, number, ports.free(), home, settings, data,
                    line -> append(log, line));
            services.add(service);
            await(service.start());
        }
    }

    private static void await(CompletableFuture<Void> ready) throws IOException {
        try {
            ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the stack does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void append(Path log, String line) {
        try {
            Files.writeString(log, line + System.lineSeparator(), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println(line);
        }
    }

    /** Of the first instance. */
    int port() {
        return port(0);
    }

    int port(int instance) {
        return services.get(instance).port();
    }

    long pid(int instance) {
        return services.get(instance).pid().orElseThrow();
    }

    Organizer organizer() {
        return organizer;
    }

    String redisUrl() {
        return redis.url();
    }

    RedisLine redis() throws IOException {
        return new RedisLine(redisPort);
    }

    LoadClient client(int connections) throws IOException {
        return LoadClient.open(port(), connections).watching(pid(0));
    }

    @Override
    public void close() throws IOException {
        services.forEach(Service::stop);
        redis.stop();
        core.close();
        data.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
