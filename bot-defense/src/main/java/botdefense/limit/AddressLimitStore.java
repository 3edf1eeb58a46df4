package botdefense.limit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import botdefense.store.LuaScript;
import io.smallrye.mutiny.Uni;

/** The buckets of addresses, which many fans share: one script, because a compare-and-swap would lose there. */
@ApplicationScoped
class AddressLimitStore {

    private static final LuaScript TAKE_TOKEN = LuaScript.named("take_token");

    private final DefenseRedis redis;
    private final LimitConfig.Address config;

    AddressLimitStore(DefenseRedis redis, LimitConfig config) {
        this.redis = redis;
        this.config = config.address();
    }

    /** Zero when the tokens were taken, else how long until they are there. */
    Uni<Duration> take(String subscriber, int tokens, Optional<String> deviceKey, String now) {
        var bucket = "defense:{%s}:joins".formatted(subscriber);
        var keys = "defense:{%s}:keys".formatted(subscriber);
        return redis.ask(connection -> TAKE_TOKEN.callForNumber(connection, List.of(bucket, keys),
                config.joinsPerMinute(), config.joinsAtOnce(), deviceKey.orElse(""), config.mostDeviceKeys(),
                config.deviceKeyCounts().toMillis(), tokens, now)).map(Duration::ofMillis);
    }
}
