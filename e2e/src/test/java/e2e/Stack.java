package e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The whole system as a newcomer starts it: the launcher as a process of its own, on a free port, with its data in a
 * folder of the test's. What it prints goes to {@code launcher.log} in that folder.
 */
final class Stack implements AutoCloseable {

    static final String ADMIN_EMAIL = "admin@example.org";
    static final String ADMIN_PASSWORD = "correct horse battery staple";

    private static final Path HOME = Path.of(System.getProperty("project.home", ".."));
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(40);

    private static Stack shared;

    private final Process launcher;
    private final URI address;
    private final Path data;

    private Stack(Process launcher, URI address, Path data) {
        this.launcher = launcher;
        this.address = address;
        this.data = data;
    }

    /** The stack that most tests share: two instances of each service, with the demo events. Ends with the JVM. */
    static synchronized Stack shared() {
        if (shared == null) {
            shared = start(newFolder(), "--services", "2");
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** Starts a stack on {@code data} and returns once the launcher says that it is ready. */
    static Stack start(Path data, String... options) {
        var port = freePort();
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-jar",
                HOME.resolve("standalone/target/standalone.jar").toString(),
                "--port", Integer.toString(port), "--data", data.toString()));
        command.addAll(List.of(options));
        try {
            var builder = new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(data.resolve("launcher.log").toFile()));
            builder.environment().put("JAVA_TOOL_OPTIONS", System.getProperty("jvm.of.tests", ""));
            builder.environment().put("ADMIN_EMAIL", ADMIN_EMAIL);
            builder.environment().put("ADMIN_PASSWORD", ADMIN_PASSWORD);
            var stack = new Stack(builder.start(), URI.create("http://localhost:" + port), data);
            Await.until(READY_WITHIN, "the stack is ready, see " + data.resolve("launcher.log"), stack::isReady);
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The front door's address, without a slash at its end. */
    URI address() {
        return address;
    }

    Path data() {
        return data;
    }

    /** The launcher's child processes whose command line holds {@code part}. */
    List<ProcessHandle> children(String part) {
        return launcher.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(part))
                .toList();
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                launcher.descendants().forEach(ProcessHandle::destroyForcibly);
                launcher.destroyForcibly();
                throw new IllegalStateException("the launcher did not stop within " + STOPS_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int exitCode() {
        return launcher.exitValue();
    }

    static Path newFolder() {
        try {
            return Files.createTempDirectory("d-saster-e2e");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher says that it is ready last, after the demo events stand. */
    private boolean isReady() throws IOException {
        if (!launcher.isAlive()) {
            throw new IllegalStateException("the launcher ended: " + Files.readString(data.resolve("launcher.log")));
        }
        return Files.readString(data.resolve("launcher.log")).contains("Ticket D-Saster is ready");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
