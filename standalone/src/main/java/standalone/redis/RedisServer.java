package standalone.redis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import standalone.data.DataFolder;
import standalone.process.Child;
import standalone.process.ChildSpec;
import standalone.process.ChildSpec.Patience;
import standalone.process.StartFailure;
import standalone.process.StopSignal;

/**
 * The Redis of the stack, as a supervised child: every change goes to an append-only file, written through once a
 * second, and nothing is ever evicted.
 */
public final class RedisServer {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(10));
    private static final int ATTEMPTS = 3;
    private static final int TIMEOUT_MILLIS = 1000;

    private final int port;
    private final Child child;

    private RedisServer(DataFolder data, int port, Consumer<String> log) {
        this.port = port;
        var program = unpackedIn(data.directory("programs"));
        var command = List.of(program.toString(),
                "--port", String.valueOf(port),
                "--bind", "127.0.0.1",
                "--dir", data.directory("redis").toString(),
                "--appendonly", "yes",
                "--appendfsync", "everysec",
                "--save", "",
                "--maxmemory-policy", "noeviction",
                "--maxclients", "4000",
                "--loglevel", "warning",
                "--daemonize", "no");
        var spec = new ChildSpec("redis", command, Map.of("LC_ALL", "C"), data.directory("redis"),
                StopSignal.TERMINATE, StopSignal.TERMINATE, PATIENCE, ATTEMPTS);
        this.child = new Child(spec, this::answers, data.directory("run"), log);
    }

    /** Unpacks what is needed; nothing runs yet. */
    public static RedisServer prepare(DataFolder data, int port, Consumer<String> log) {
        return new RedisServer(data, port, log);
    }

    public CompletableFuture<Void> start() {
        return child.start();
    }

    public Child child() {
        return child;
    }

    public void stop() {
        child.stop();
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** While it still reads its file it answers LOADING, which is no PONG. */
    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return answer.equals("+PONG");
        } catch (IOException e) {
            // Not listening yet.
            return false;
        }
    }

    private static Path unpackedIn(Path directory) {
        var resource = resource();
        var program = directory.resolve(resource.substring(1));
        if (Files.isExecutable(program)) {
            return program;
        }
        try (var content = RedisServer.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new StartFailure("There is no Redis for this machine (" + resource + " is missing).");
            }
            var draft = program.resolveSibling(program.getFileName() + ".new");
            Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx------"));
            return Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure("Redis cannot be unpacked to " + program + ": " + e.getMessage(), e);
        }
    }

    private static String resource() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "/redis-server-6.2.6-v5-linux-amd64";
            case "aarch64", "arm64" -> "/redis-server-6.2.7-linux-arm64";
            default -> "/redis-server-" + System.getProperty("os.arch");
        };
    }
}
