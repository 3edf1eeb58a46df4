package standalone;

import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import standalone.process.StartFailure;

/** Starts everything on one machine, and stops it again: on SIGINT or SIGTERM, in order, with exit code 0. */
@Command(name = "./run", mixinStandardHelpOptions = true, sortOptions = false, description = "Starts Ticket D-Saster on this machine: databases, services, mail catcher and one front door.", footer = {
        "", "ADMIN_EMAIL and ADMIN_PASSWORD in the environment set the first admin; otherwise a password is",
        "made and kept in the data directory. Stop with Ctrl-C." })
public final class Main implements Callable<Integer> {

    private static final Logger LIBRARIES = Logger.getLogger("");
    private static final PrintStream OUT = System.out;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Port of the front door on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = ".data", description = "Where everything is kept between runs (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--empty", description = "No demo events.")
    private boolean empty;

    @Option(names = "--services", paramLabel = "N", defaultValue = "1", description = "Instances of the waiting room and of the ticketing core (default: ${DEFAULT-VALUE}).")
    private int services;

    private final AtomicInteger exitCode = new AtomicInteger();
    private final CountDownLatch untilStopped = new CountDownLatch(1);

    Main() {}

    public static void main(String[] arguments) {
        var code = new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, result) -> {
            System.err.println("Not started: " + failure.getMessage());
            return 1;
        }).execute(arguments);
        System.exit(code == 0 ? 0 : 1);
    }

    @Override
    public Integer call() throws InterruptedException {
        LIBRARIES.setLevel(Level.WARNING);
        var started = System.nanoTime();
        var stack = new Stack(options(), OUT::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndExit(stack), "stop"));
        try {
            stack.start();
        } catch (StartFailure failure) {
            if (untilStopped.getCount() > 0) {
                exitCode.set(1);
            }
            throw failure;
        }
        Announcement.of(stack, options(), Duration.ofNanos(System.nanoTime() - started)).forEach(OUT::println);
        untilStopped.await();
        return 0;
    }

    private StackOptions options() {
        if (port < 1 || port > 65_535) {
            throw new StartFailure("--port must be between 1 and 65535.");
        }
        if (services < 1 || services > 8) {
            throw new StartFailure("--services must be between 1 and 8.");
        }
        var home = home();
        return new StackOptions(port, data == null ? home.resolve(".data") : data, empty, services, home);
    }

    /** The project, which this jar was built in; the launcher finds the services beside itself. */
    private static Path home() {
        try {
            var jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return jar.resolve("../../..").toAbsolutePath().normalize();
        } catch (URISyntaxException e) {
            throw new StartFailure("The launcher does not know where it is.", e);
        }
    }

    /**
     * Runs as the shutdown hook, because a signal must reach it. It ends the process itself: left to the system, an end
     * by signal would be reported as 130 or 143, and a clean stop is none of these.
     */
    private void stopAndExit(Stack stack) {
        untilStopped.countDown();
        stack.stop();
        OUT.flush();
        Runtime.getRuntime().halt(exitCode.get());
    }
}
