package waitingroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * What the waiting room needs around it: Redis, a folder of secrets, and a ticketing core that knows the owner of an
 * event. An event {@code of-acme-…} belongs to {@code acme}; every other is unknown.
 */
public class RoomTestResource implements QuarkusTestResourceLifecycleManager {

    private static TestRedis redis;
    private static Forwarder storeAddress;
    private HttpServer core;

    /** The Redis of the application under test. */
    public static TestRedis redis() {
        return redis;
    }

    /** Another Redis takes the place of the present one, at the same address. */
    public static void failOverTo(TestRedis other) {
        redis = other;
        storeAddress.forwardTo(other.port());
    }

    @Override
    public Map<String, String> start() {
        try {
            redis = TestRedis.started();
            storeAddress = new Forwarder(redis.port());
            var secrets = Files.createTempDirectory("waiting-room-secrets");
            writeSecrets(secrets);
            core = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            core.createContext("/api/ticketing/events/", RoomTestResource::answerOwnership);
            core.start();
            return Map.of("REDIS_URL", "redis://127.0.0.1:" + storeAddress.port(), "SECRETS_DIR", secrets.toString(),
                    "TICKETING_URL",
                    "http://127.0.0.1:" + core.getAddress().getPort(), "waiting-room.queue.recovery-hold", "1s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeSecrets(Path folder) throws IOException {
        Files.writeString(folder.resolve("waiting-room.key"), Base64.getEncoder().encodeToString(new byte[32]));
        Files.writeString(folder.resolve("staff-public.pem"), StaffTokens.publicPem());
    }

    private static void answerOwnership(HttpExchange exchange) throws IOException {
        var event = exchange.getRequestURI().getPath().split("/")[4];
        var known = event.startsWith("of-");
        var body = known
                ? "{\"eventId\": \"%s\", \"organizationId\": \"%s\", \"added\": 1}".formatted(event,
                        event.split("-")[1])
                : "{}";
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(event.equals("of-nobody-broken") ? 500 : known ? 200 : 404, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        if (core != null) {
            core.stop(0);
        }
        if (redis != null) {
            storeAddress.close();
            redis.close();
        }
    }
}
