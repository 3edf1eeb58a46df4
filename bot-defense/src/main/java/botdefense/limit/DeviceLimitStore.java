package botdefense.limit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.cas.LettuceBasedProxyManager;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.smallrye.mutiny.Uni;

/** The buckets of single devices: bucket4j's compare-and-swap, which is at its best where few share a key. */
@ApplicationScoped
class DeviceLimitStore {

    private static final Duration KEPT_AFTER_REFILL = Duration.ofSeconds(10);

    private final DefenseRedis redis;
    private volatile Buckets buckets;

    DeviceLimitStore(DefenseRedis redis) {
        this.redis = redis;
    }

    Uni<ConsumptionProbe> take(String deviceKey, int tokens, BucketConfiguration limit) {
        return redis.ask(connection -> bucketsOf(connection).asAsync().builder()
                .build("defense:device:" + deviceKey, () -> CompletableFuture.completedFuture(limit))
                .tryConsumeAndReturnRemaining(tokens));
    }

    private LettuceBasedProxyManager<String> bucketsOf(RedisClusterAsyncCommands<String, byte[]> commands) {
        var present = buckets;
        if (present == null || present.commands() != commands) {
            var builder = commands instanceof RedisAdvancedClusterAsyncCommands<String, byte[]> cluster
                    ? Bucket4jLettuce.casBasedBuilder(cluster)
                    : Bucket4jLettuce.casBasedBuilder((RedisAsyncCommands<String, byte[]>) commands);
            present = new Buckets(commands, builder.expirationAfterWrite(ExpirationAfterWriteStrategy
                    .basedOnTimeForRefillingBucketUpToMax(KEPT_AFTER_REFILL)).build());
            buckets = present;
        }
        return present.manager();
    }

    private record Buckets(RedisClusterAsyncCommands<String, byte[]> commands,
            LettuceBasedProxyManager<String> manager) {}
}
