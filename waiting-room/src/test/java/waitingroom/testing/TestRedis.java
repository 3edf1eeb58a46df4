package waitingroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import redis.embedded.RedisServer;

/** A Redis of our own, on a free port, that writes every change to its log; it can be killed and started again. */
public final class TestRedis implements AutoCloseable {

    private final int port = freePort();
    private final Path folder = newFolder();
    private RedisServer server;

    public static TestRedis started() {
        var redis = new TestRedis();
        redis.start();
        return redis;
    }

    public void start() {
        try {
            server = RedisServer.newRedisServer().port(port).setting("bind 127.0.0.1").setting("save \"\"")
                    .setting("appendonly yes").setting("appendfsync everysec").setting("dir " + folder).build();
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("waiting-room-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
