package botdefense.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The defense's own connection to Redis. It opens with the first use and again by itself, refuses at once while it is
 * closed, and never makes a request wait longer than the configured patience.
 */
@ApplicationScoped
public class DefenseRedis {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final StoreConfig config;
    private final RedisClient client;
    private final InstantSource clock;
    private CompletableFuture<StatefulRedisConnection<String, byte[]>> connection = CompletableFuture
            .failedFuture(new IllegalStateException("not connected yet"));
    private Instant nextAttempt = Instant.MIN;

    DefenseRedis(StoreConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
    }

    /**
     * What the command answers, or a failure: the store's, or that it took too long. The answer arrives on the
     * caller's own event loop.
     */
    public <T> Uni<T> ask(Function<StatefulRedisConnection<String, byte[]>, CompletionStage<T>> command) {
        var context = Vertx.currentContext();
        var answer = Uni.createFrom().completionStage(() -> connection().thenCompose(command))
                .ifNoItem().after(config.patience()).fail();
        return context == null ? answer : answer.emitOn(work -> runOn(context, work));
    }

    private static void runOn(Context context, Runnable work) {
        context.runOnContext(ignored -> work.run());
    }

    private synchronized CompletableFuture<StatefulRedisConnection<String, byte[]>> connection() {
        if (connection.isCompletedExceptionally() && !clock.instant().isBefore(nextAttempt)) {
            nextAttempt = clock.instant().plus(BETWEEN_ATTEMPTS);
            connection = client.connectAsync(CODEC, RedisURI.create(config.url())).toCompletableFuture();
        }
        return connection;
    }

    @PreDestroy
    void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
