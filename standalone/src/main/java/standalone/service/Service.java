package standalone.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import standalone.data.DataFolder;
import standalone.process.Child;
import standalone.process.ChildSpec;
import standalone.process.ChildSpec.Patience;
import standalone.process.StartFailure;
import standalone.process.StopSignal;

/** One instance of a service: a child process of the launcher's own JDK that keeps its port for life. */
public final class Service {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(240), Duration.ofSeconds(15));
    private static final int ATTEMPTS = 2;
    private static final Duration PROBE = Duration.ofSeconds(2);
    /** From here on the JDK prints four lines about what Netty does, at every start. */
    private static final int COMPLAINS_ABOUT_UNSAFE = 23;
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PROBE).build();

    private final ServiceKind kind;
    private final int port;
    private final Child child;

    private Service(ServiceKind kind, int port, Child child) {
        this.kind = kind;
        this.port = port;
        this.child = child;
    }

    /**
     * @param home     where the project was built
     * @param number   1 for the first instance of its kind
     * @param settings the environment that the stack sets
     */
    public static Service prepare(ServiceKind kind, int number, int port, Path home, Map<String, String> settings,
            DataFolder data, Consumer<String> log) {
        var jar = kind.jar(home);
        if (!Files.isRegularFile(jar)) {
            throw new StartFailure(
                    "The " + kind.shortName() + " is not built: " + jar + " is missing. Start with ./run,"
                            + " which builds what is missing.");
        }
        var name = kind.shortName() + "-" + number;
        var spec = new ChildSpec(name, command(kind, jar), ServiceSettings.of(System.getenv(), settings, port),
                data.directory("run"), StopSignal.TERMINATE, StopSignal.KILL, PATIENCE, ATTEMPTS);
        return new Service(kind, port, new Child(spec, () -> ready(port), data.directory("run"), log));
    }

    private static List<String> command(ServiceKind kind, Path jar) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(kind.javaOptions());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        if (Runtime.version().feature() >= COMPLAINS_ABOUT_UNSAFE) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar", jar.toString()));
        return command;
    }

    public CompletableFuture<Void> start() {
        return child.start();
    }

    public void stop() {
        child.stop();
    }

    public ServiceKind kind() {
        return kind;
    }

    public String name() {
        return child.name();
    }

    public int port() {
        return port;
    }

    /** The pid of the process that runs now, if one does. */
    public Optional<Long> pid() {
        return child.pid();
    }

    private static boolean ready(int port) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready")).timeout(PROBE)
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
