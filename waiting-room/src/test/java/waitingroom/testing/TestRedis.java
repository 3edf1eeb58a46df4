package waitingroom.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import redis.embedded.core.ExecutableProvider;

/**
 * A Redis of our own, on a free port, that writes every change to its log. It can be killed, paused, robbed of its last
 * moments, and started again. Another store that speaks the protocol takes its place with {@code REDIS_SERVER=/path}.
 */
public final class TestRedis implements AutoCloseable {

    private static final Path PROGRAM = program();

    private final int port = freePort();
    private final Path folder = newFolder();
    private final List<String> settings;
    private Process server;

    private TestRedis(List<String> settings) {
        this.settings = settings;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::kill));
    }

    public static TestRedis started(String... settings) {
        var redis = new TestRedis(List.of(settings));
        redis.start();
        return redis;
    }

    public void start() {
        var command = new ArrayList<>(List.of(PROGRAM.toString(), "--port", Integer.toString(port), "--bind",
                "127.0.0.1", "--save", "", "--appendonly", "yes", "--appendfsync", "everysec", "--dir",
                folder.toString(), "--maxmemory-policy", "noeviction"));
        command.addAll(settings);
        try {
            server = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Room.await("the store answers", this::answers);
    }

    private boolean answers() {
        try {
            return ask("PING").equals("PONG");
        } catch (UncheckedIOException e) {
            if (!server.isAlive()) {
                throw new IllegalStateException("the store ended with " + server.exitValue(), e);
            }
            return false;
        }
    }

    /** Ends it in good order. */
    public void stop() {
        server.destroy();
        awaitEnd();
    }

    /** Ends it at once, in the middle of whatever it does. */
    public void kill() {
        if (server != null) {
            server.destroyForcibly();
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the store does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** It keeps its connections and answers nothing. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(server.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How much of its log is written; from now on each change is, before it is answered. */
    public long written() {
        ask("CONFIG", "SET", "appendfsync", "no");
        ask("SET", "written", "1");
        return log().toFile().length();
    }

    /** Forgets what was written beyond, and tears the next entry; to be called while it does not run. */
    public void forgetBeyond(long written) {
        try (var file = new RandomAccessFile(log().toFile(), "rw")) {
            file.setLength(Math.min(file.length(), written + 7));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One file up to Redis 6; later a folder with a file that grows. */
    private Path log() {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".aof"))
                    .filter(file -> !file.toString().contains(".base."))
                    .max(Comparator.comparing(Path::toString)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** One command, on a connection of its own; the answer as text. */
    public String ask(String... words) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(5_000);
            var request = "*" + words.length + "\r\n" + List.of(words).stream()
                    .map(word -> "$" + word.length() + "\r\n" + word + "\r\n").collect(Collectors.joining());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the store hung up");
            }
            line.append((char) next);
        }
        in.skipNBytes(1);
        var rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '$' -> {
                var bytes = in.readNBytes(Math.max(0, Integer.parseInt(rest)));
                in.skipNBytes(rest.equals("-1") ? 0 : 2);
                yield new String(bytes, StandardCharsets.UTF_8);
            }
            case '*' -> {
                var all = new ArrayList<String>();
                for (var i = 0; i < Integer.parseInt(rest); i++) {
                    all.add(read(in));
                }
                yield String.join("\n", all);
            }
            default -> throw new IOException("the store says " + line);
        };
    }

    @Override
    public void close() {
        kill();
    }

    private static Path program() {
        try {
            var chosen = Optional.ofNullable(System.getenv("REDIS_SERVER")).map(Path::of);
            return chosen.isPresent() ? chosen.get() : ExecutableProvider.newJarResourceProvider().get().toPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("waiting-room-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not so high that a cluster's bus, ten thousand above, has no room. */
    private static int freePort() {
        return IntStream.generate(() -> {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).limit(1_000).filter(port -> port < 55_000).findFirst().orElseThrow();
    }
}
