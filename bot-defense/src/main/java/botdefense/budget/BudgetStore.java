package botdefense.budget;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import botdefense.store.SharedSecret;
import io.lettuce.core.Range;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.smallrye.mutiny.Uni;

/**
 * Probable fans of the window as all instances saw them, and those of them whom a rule met: a sorted set each, of
 * pseudonyms by when they came. Whoever was seen on two instances counts once.
 */
@ApplicationScoped
class BudgetStore {

    private static final String FANS = "defense:budget:fans";
    private static final String MET = "defense:budget:met:";

    private final DefenseRedis redis;
    private final SharedSecret secret;
    private final BudgetConfig config;
    private final InstantSource clock;

    BudgetStore(DefenseRedis redis, SharedSecret secret, BudgetConfig config, InstantSource clock) {
        this.redis = redis;
        this.secret = secret;
        this.config = config;
        this.clock = clock;
    }

    /** Tells the others what was seen here, and learns how these rules stand on all instances together. */
    Uni<Map<String, RuleBudget.Share>> exchange(List<RuleBudget.News> news, List<String> rules) {
        return redis.ask(commands -> {
            news.forEach(seen -> commands.zadd(keyOf(seen), (double) seen.at().toEpochMilli(),
                    secret.pseudonym(seen.client()).getBytes(StandardCharsets.US_ASCII)));
            news.stream().map(BudgetStore::keyOf).distinct().forEach(key -> trim(commands, key));
            var fans = count(commands, FANS);
            var met = rules.stream().map(rule -> count(commands, MET + rule)).toList();
            return CompletableFuture.allOf(met.toArray(CompletableFuture[]::new)).thenCombine(fans,
                    (all, count) -> shares(rules, met, count.intValue()));
        });
    }

    private static String keyOf(RuleBudget.News news) {
        return news.rule().map(rule -> MET + rule).orElse(FANS);
    }

    private void trim(RedisClusterAsyncCommands<String, byte[]> commands, String key) {
        commands.zremrangebyscore(key, Range.create(0, windowStart()));
        commands.zremrangebyrank(key, 0, -config.mostClients() - 1L);
        commands.expire(key, config.window());
    }

    private CompletableFuture<Long> count(RedisClusterAsyncCommands<String, byte[]> commands, String key) {
        var window = Range.from(Range.Boundary.excluding(windowStart()), Range.Boundary.<Number>unbounded());
        return commands.zcount(key, window).toCompletableFuture();
    }

    private Number windowStart() {
        return clock.instant().minus(config.window()).toEpochMilli();
    }

    private static Map<String, RuleBudget.Share> shares(List<String> rules, List<CompletableFuture<Long>> met,
            int fans) {
        var shares = new HashMap<String, RuleBudget.Share>();
        for (var rule = 0; rule < rules.size(); rule++) {
            shares.put(rules.get(rule), new RuleBudget.Share(met.get(rule).join().intValue(), fans));
        }
        return shares;
    }

    /** Nobody met the rule. */
    Uni<Void> forget(String rule) {
        return redis.ask(commands -> commands.del(MET + rule)).replaceWithVoid();
    }
}
