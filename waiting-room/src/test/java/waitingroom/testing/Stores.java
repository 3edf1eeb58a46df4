package waitingroom.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import waitingroom.draw.Seeds;
import waitingroom.release.Brand;
import waitingroom.release.Release;
import waitingroom.release.Release.AccessCodes;
import waitingroom.release.Release.Binding;
import waitingroom.release.Release.Mode;
import waitingroom.release.Release.Policy;
import waitingroom.release.ReleaseStore;
import waitingroom.secret.MasterSecret;
import waitingroom.store.ScriptStore;

/**
 * One instance's way to Redis, without the application around it: several of these are several instances. The clock
 * is the test's where one is given, the store's own otherwise.
 */
public final class Stores implements AutoCloseable {

    /** The beginning of the tests' own time. */
    public static final Instant BEGIN = Instant.parse("2030-01-01T20:00:00Z");

    private static final int CONNECTIONS = 8;

    private final Vertx vertx = Vertx.vertx();
    private final ScriptStore scripts;

    public Stores(TestRedis redis, AtomicLong clock) {
        this(redis, clock, Duration.ofSeconds(10));
    }

    public Stores(TestRedis redis, AtomicLong clock, Duration patience) {
        var options = new RedisOptions().setConnectionString(redis.url()).setMaxPoolSize(CONNECTIONS)
                .setMaxPoolWaiting(10_000).setMaxWaitingHandlers(10_000);
        scripts = new ScriptStore(Redis.createClient(vertx, options),
                () -> clock == null ? "" : Long.toString(clock.get()), patience);
    }

    public ScriptStore scripts() {
        return scripts;
    }

    /** A new FIFO release that opened at the beginning, with these caps. */
    public Release release(int ratePerMinute, int maxActive, int claimSeconds, int admissionSeconds) {
        var opensAt = BEGIN.minusSeconds(3600 * 24 * 365 * 10L);
        var release = new Release("r-" + UUID.randomUUID(), "event", "acme", "", Policy.FIFO, opensAt, opensAt,
                Optional.empty(), ratePerMinute, maxActive, claimSeconds, admissionSeconds, 1, 6, Binding.KEY,
                AccessCodes.NONE, Mode.AUTO, "", Brand.NONE);
        new ReleaseStore(scripts, new Seeds(new MasterSecret(new byte[32]))).create(release);
        return release;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
