package standalone.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import redis.embedded.RedisServer;
import standalone.postgres.ApplicationRole;

/**
 * A real PostgreSQL and a real Redis for the tests of one module, thrown away afterwards. They are given to the
 * application as {@code DATABASE_URL}, {@code DATABASE_USER}, {@code DATABASE_PASSWORD}, {@code DATABASE_OWNER},
 * {@code DATABASE_OWNER_PASSWORD} and {@code REDIS_URL}, the same settings that production sets. As in production the
 * application's role owns nothing.
 */
public class StoresTestResource implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;
    private RedisServer redis;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            // Here already, because an application fills its pool before it migrates.
            ApplicationRole.make(postgres);
            redis = RedisServer.newRedisServer()
                    .port(freePort())
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .setting("maxmemory-policy noeviction")
                    .build();
            redis.start();
            return Map.of(
                    "DATABASE_URL", "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()),
                    "DATABASE_OWNER", "postgres",
                    "DATABASE_OWNER_PASSWORD", "postgres",
                    "DATABASE_USER", ApplicationRole.NAME,
                    "DATABASE_PASSWORD", ApplicationRole.NAME,
                    "REDIS_URL", "redis://127.0.0.1:" + redis.ports().getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException("embedded stores did not start", e);
        }
    }

    @Override
    public void stop() {
        try {
            if (redis != null) {
                redis.stop();
            }
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("embedded stores did not stop", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
