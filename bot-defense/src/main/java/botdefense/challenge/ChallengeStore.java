package botdefense.challenge;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;

/** Which challenges were spent, and who waited instead of working. */
@ApplicationScoped
class ChallengeStore {

    private static final byte[] SPENT = { 1 };
    /** Waited for longer than usual: who is let on unasked may come a hundred times by one solution. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final DefenseRedis redis;

    ChallengeStore(DefenseRedis redis) {
        this.redis = redis;
    }

    /** True for one caller only, on whichever instance. */
    Uni<Boolean> spend(String nonce, Duration memory) {
        return redis.ask(PATIENCE, commands -> commands.set("defense:spent:" + nonce, SPENT,
                SetArgs.Builder.nx().px(memory.toMillis()))).map(answer -> answer != null);
    }

    /** How many of these waited within this minute, this one counted. */
    Uni<Long> countWait(String whose) {
        var key = "defense:waited:" + whose;
        return redis.ask(commands -> commands.incr(key)
                .thenCombine(commands.expire(key, A_MINUTE), (count, set) -> count));
    }
}
