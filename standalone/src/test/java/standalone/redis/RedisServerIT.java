package standalone.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import standalone.data.DataFolder;
import standalone.process.Ports;
import standalone.testing.Eventually;

class RedisServerIT {

    @TempDir
    private Path directory;

    private final Ports ports = new Ports();

    @Test
    void whatReachedTheFileSurvivesAKillAndARestart() throws Exception {
        try (var data = DataFolder.open(directory)) {
            var first = started(data);
            ask(first, "SET place 7");
            Eventually.until("the append-only file has it", this::fileHasThePlace);

            ProcessHandle.of(first.child().pid().orElseThrow()).orElseThrow().destroyForcibly();
            Eventually.until("the killed server is back on its port", () -> ask(first, "GET place").equals("7"));
            first.stop();

            var second = started(data);
            assertThat(ask(second, "GET place")).isEqualTo("7");
            second.stop();
        }
    }

    @Test
    void itKeepsEverythingAndEvictsNothing() throws Exception {
        try (var data = DataFolder.open(directory)) {
            var server = started(data);

            var info = askAll(server, "CONFIG GET append*") + askAll(server, "CONFIG GET maxmemory-policy")
                    + askAll(server, "CONFIG GET bind");

            assertThat(info).contains("appendonly yes").contains("appendfsync everysec").contains("noeviction")
                    .contains("bind 127.0.0.1");
            server.stop();
        }
    }

    private boolean fileHasThePlace() throws IOException {
        var file = directory.resolve("redis/appendonly.aof");
        return Files.exists(file) && Files.readString(file, StandardCharsets.ISO_8859_1).contains("place");
    }

    private RedisServer started(DataFolder data) throws Exception {
        var server = RedisServer.prepare(data, ports.free(), line -> {});
        server.start().get(30, TimeUnit.SECONDS);
        return server;
    }

    /** The value of a reply, its length left out. */
    private static String ask(RedisServer server, String command) throws IOException {
        var reply = askAll(server, command).strip().split(" ");
        return reply[reply.length - 1];
    }

    private static String askAll(RedisServer server, String command) throws IOException {
        var address = URI.create(server.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .lines().filter(line -> !line.startsWith("$") && !line.startsWith("*") && !line.equals("+OK"))
                    .toList();
            return String.join(" ", lines) + " ";
        }
    }
}
