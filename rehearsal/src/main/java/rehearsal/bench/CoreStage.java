package rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import rehearsal.load.LoadClient;
import standalone.data.DataFolder;
import standalone.data.Secrets;
import standalone.postgres.PostgresServer;
import standalone.process.Ports;
import standalone.redis.RedisServer;
import standalone.service.Service;
import standalone.service.ServiceKind;

/**
 * A ticketing core as built, with PostgreSQL and Redis as the launcher runs them: every commit is written through to
 * the disk. Letters go to a mail server that only counts them. All on loopback, in a folder that is gone afterwards.
 */
final class CoreStage implements AutoCloseable {

    private static final int START_SECONDS = 180;
    private static final int CONNECTIONS = 80;

    private final Path folder;
    private final DataFolder data;
    private final Secrets secrets;
    private final Ports ports = new Ports();
    private final int databasePort;
    private final PostgresServer postgres;
    private final Optional<RedisServer> redis;
    private final Map<String, String> neighbours;
    private final StandInMailServer mails = new StandInMailServer();
    private final List<String> databaseLog = Collections.synchronizedList(new ArrayList<>());
    private Service core;

    /** @param frontDoor the waiting room that lets people in; its Redis is the core's too then */
    private CoreStage(Path log, Optional<Stage> frontDoor) throws IOException {
        folder = Files.createTempDirectory("rehearsal");
        data = DataFolder.open(folder);
        secrets = Secrets.in(data.path("secrets"));
        databasePort = ports.free();
        postgres = PostgresServer.prepare(data, secrets, databasePort, CONNECTIONS, databaseLog::add);
        redis = frontDoor.isPresent()
                ? Optional.empty()
                : Optional.of(RedisServer.prepare(data, ports.free(), line -> append(log, line)));
        neighbours = frontDoor
                .map(stage -> Map.of("REDIS_URL", stage.redisUrl(), "WAITING_ROOM_URL",
                        "http://127.0.0.1:" + stage.port()))
                .orElseGet(() -> Map.of("REDIS_URL", redis.orElseThrow().url()));
    }

    static CoreStage open(Workshop workshop, Optional<Stage> frontDoor) throws IOException {
        var log = Files.createDirectories(workshop.out()).resolve("services.log");
        var stage = new CoreStage(log, frontDoor);
        try {
            stage.start(workshop.home(), log);
            return stage;
        } catch (IOException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    private void start(Path home, Path log) throws IOException {
        await(postgres.start());
        if (redis.isPresent()) {
            await(redis.get().start());
        }
        var settings = new LinkedHashMap<>(neighbours);
        settings.put("SECRETS_DIR", secrets.directory().toString());
        settings.put("DATABASE_URL", postgres.url());
        settings.put("DATABASE_USER", postgres.applicationUser());
        settings.put("DATABASE_PASSWORD", postgres.applicationPassword());
        settings.put("DATABASE_OWNER", postgres.user());
        settings.put("DATABASE_OWNER_PASSWORD", postgres.password());
        settings.put("MAIL_HOST", "127.0.0.1");
        settings.put("MAIL_PORT", String.valueOf(mails.port()));
        settings.put("OPERATION_BENCH_EMPTY_ENDPOINT", "true");
        core = Service.prepare(ServiceKind.CORE, 1, ports.free(), home, settings, data, line -> append(log, line));
        await(core.start());
    }

    private static void await(CompletableFuture<Void> ready) throws IOException {
        try {
            ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the core does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static synchronized void append(Path log, String line) {
        try {
            Files.writeString(log, line + System.lineSeparator(), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println(line);
        }
    }

    int port() {
        return core.port();
    }

    LoadClient client(int connections) throws IOException {
        return LoadClient.open(port(), connections).watching(core.pid().orElseThrow());
    }

    /** The books behind the service, for what HTTP is too slow for, and for the truth afterwards. */
    BoxOffice boxOffice() throws IOException {
        return BoxOffice.open(postgres.url(), "postgres", secrets.password("postgres-superuser.password"));
    }

    /** Runs scripts against the service's database, as the service's own role. */
    PgBench pgbench() {
        return new PgBench(databasePort, postgres.user(), postgres.password());
    }

    /** Letters that were sent since the start. */
    long letters() {
        return mails.letters();
    }

    /** What PostgreSQL has written since the start, line by line. */
    List<String> databaseLog() {
        synchronized (databaseLog) {
            return List.copyOf(databaseLog);
        }
    }

    /** Deadlocks that PostgreSQL had to break, by its own log. */
    long deadlocks() {
        return databaseLog().stream().filter(line -> line.contains("deadlock detected")).count();
    }

    @Override
    public void close() throws IOException {
        if (core != null) {
            core.stop();
        }
        redis.ifPresent(RedisServer::stop);
        postgres.stop();
        mails.close();
        data.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
