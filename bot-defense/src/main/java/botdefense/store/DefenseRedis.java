package botdefense.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
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
    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(30);

    private final StoreConfig config;
    private final AbstractRedisClient client;
    private final InstantSource clock;
    private CompletableFuture<RedisClusterAsyncCommands<String, byte[]>> connection = CompletableFuture
            .failedFuture(new IllegalStateException("not connected yet"));
    private Instant nextAttempt = Instant.MIN;

    DefenseRedis(StoreConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        client = switch (config.clientType()) {
            case STANDALONE -> standalone();
            case CLUSTER -> cluster(addresses(config.url()));
        };
    }

    private static RedisClient standalone() {
        var client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS).build());
        return client;
    }

    /** Looks for the shards anew whenever an answer, or none, suggests that they have moved. */
    private static RedisClusterClient cluster(List<RedisURI> addresses) {
        var client = RedisClusterClient.create(addresses);
        client.setOptions(ClusterClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder().enableAllAdaptiveRefreshTriggers()
                        .enablePeriodicRefresh(TOPOLOGY_REFRESH).build())
                .build());
        return client;
    }

    private static List<RedisURI> addresses(String urls) {
        return Stream.of(urls.split(",")).map(String::strip).map(RedisURI::create).toList();
    }

    /**
     * What the command answers, or a failure: the store's, or that it took too long. The answer arrives on the
     * caller's own event loop.
     */
    public <T> Uni<T> ask(Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        return ask(config.patience(), command);
    }

    /** The same where being right is worth another wait than usual. */
    public <T> Uni<T> ask(Duration patience,
            Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        var context = Vertx.currentContext();
        var answer = Uni.createFrom().completionStage(() -> connection().thenCompose(command))
                .ifNoItem().after(patience).fail();
        return context == null ? answer : answer.emitOn(work -> runOn(context, work));
    }

    private static void runOn(Context context, Runnable work) {
        context.runOnContext(ignored -> work.run());
    }

    private synchronized CompletableFuture<RedisClusterAsyncCommands<String, byte[]>> connection() {
        if (connection.isCompletedExceptionally() && !clock.instant().isBefore(nextAttempt)) {
            nextAttempt = clock.instant().plus(BETWEEN_ATTEMPTS);
            connection = connect().toCompletableFuture();
        }
        return connection;
    }

    /** The commands of one server and of a cluster have this much in common. */
    private CompletionStage<RedisClusterAsyncCommands<String, byte[]>> connect() {
        return client instanceof RedisClusterClient cluster
                ? cluster.connectAsync(CODEC).thenApply(StatefulRedisClusterConnection::async)
                : ((RedisClient) client).connectAsync(CODEC, RedisURI.create(config.url()))
                        .thenApply(StatefulRedisConnection::async);
    }

    @PreDestroy
    void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
