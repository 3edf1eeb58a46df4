package standalone;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import standalone.data.DataFolder;
import standalone.data.FirstAdmin;
import standalone.data.Secrets;
import standalone.demo.DemoData;
import standalone.frontdoor.FrontDoor;
import standalone.frontdoor.FrontDoor.Instances;
import standalone.frontdoor.Upstream;
import standalone.mail.Inbox;
import standalone.mail.MailCatcher;
import standalone.mail.MailFolder;
import standalone.postgres.PostgresServer;
import standalone.process.Ports;
import standalone.process.StartFailure;
import standalone.redis.RedisServer;
import standalone.service.Service;
import standalone.service.ServiceKind;

/**
 * Everything that runs, started in the order in which it is needed and stopped in the opposite one. The front door opens
 * before the rest: a port that is taken is known at once, and who comes early is told to wait.
 */
final class Stack {

    private static final int CONNECTIONS_PER_CORE = 40;
    private static final int SPARE_CONNECTIONS = 20;

    private final StackOptions options;
    private final Consumer<String> log;
    private final Ports ports = new Ports();
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final List<Service> services = new ArrayList<>();
    private final Map<Service, Upstream> upstreams = new HashMap<>();
    private boolean stopped;
    private FirstAdmin admin;

    Stack(StackOptions options, Consumer<String> log) {
        this.options = options;
        this.log = log;
    }

    /** Returns when all of it is ready, or fails with a {@link StartFailure}. */
    void start() {
        var data = DataFolder.open(options.data());
        stopLater(data::close);
        var secrets = Secrets.in(data.path("secrets"));
        admin = FirstAdmin.of(System.getenv(), data, secrets);
        var mails = new MailFolder(data.directory("mail"), InstantSource.system());
        var postgres = PostgresServer.prepare(data, secrets, ports.free(),
                options.services() * CONNECTIONS_PER_CORE + SPARE_CONNECTIONS, log);
        var redis = RedisServer.prepare(data, ports.free(), log);
        var mailPort = ports.free();
        prepareServices(data, new ServiceEnvironment(options, secrets, admin, postgres, redis, mailPort));

        var frontDoor = new FrontDoor(options.port(), instances(), new Inbox(mails), log);
        frontDoor.open();
        var mailCatcher = new MailCatcher(mailPort, mails);
        stopLater(mailCatcher::stop);
        stopLater(postgres::stop);
        stopLater(redis::stop);
        together(
                Stream.of(CompletableFuture.runAsync(mailCatcher::start), later(postgres::start), later(redis::start)));
        stopLater(() -> together(services.stream().map(service -> CompletableFuture.runAsync(service::stop))));
        stopLater(frontDoor::close);
        together(services.stream().map(this::start));
        if (!options.empty()) {
            new DemoData(URI.create("http://127.0.0.1:" + options.port()), data.path("demo.properties"),
                    InstantSource.system(), log).provide(admin.email(), admin.password());
        }
    }

    private void prepareServices(DataFolder data, ServiceEnvironment environment) {
        for (var kind : ServiceKind.values()) {
            var count = kind == ServiceKind.CONSOLE ? 1 : options.services();
            for (var number = 1; number <= count; number++) {
                var port = options.usual() ? ports.fixed(kind.usualPort(), kind.shortName()) : ports.free();
                services.add(Service.prepare(kind, number, port, options.home(), environment.of(kind), data, log));
            }
        }
    }

    private Instances instances() {
        services.forEach(service -> upstreams.put(service, new Upstream(service.name(), service.port())));
        return new Instances(instances(ServiceKind.WAITING_ROOM), instances(ServiceKind.CORE),
                instances(ServiceKind.CONSOLE));
    }

    private List<Upstream> instances(ServiceKind kind) {
        return services.stream().filter(service -> service.kind() == kind).map(upstreams::get).toList();
    }

    private CompletableFuture<Void> start(Service service) {
        return service.start().thenRun(upstreams.get(service)::isReady);
    }

    List<Service> services() {
        return List.copyOf(services);
    }

    FirstAdmin admin() {
        return admin;
    }

    /** What was started last is stopped first. Safe to call at any moment of the start, and twice. */
    void stop() {
        synchronized (stops) {
            stopped = true;
            while (!stops.isEmpty()) {
                try {
                    stops.pop().run();
                } catch (RuntimeException e) {
                    // The rest must be stopped all the same.
                    log.accept("[launcher] part did not stop cleanly reason=" + e.getMessage());
                }
            }
        }
    }

    private void stopLater(Runnable stop) {
        synchronized (stops) {
            if (stopped) {
                throw new StartFailure("Stopped while starting.");
            }
            stops.push(stop);
        }
    }

    private static CompletableFuture<Void> later(Supplier<CompletableFuture<Void>> start) {
        return CompletableFuture.supplyAsync(start).thenCompose(ready -> ready);
    }

    /** Waits for all; the first failure is told at once, without waiting for the rest. */
    private static void together(Stream<CompletableFuture<Void>> parts) {
        var all = parts.toList();
        var failed = new CompletableFuture<Void>();
        all.forEach(part -> part.whenComplete((done, failure) -> {
            if (failure != null) {
                failed.completeExceptionally(failure);
            }
        }));
        try {
            CompletableFuture.anyOf(failed, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }
}
