package botdefense.velocity;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import botdefense.store.LuaScript;
import io.smallrye.mutiny.Uni;

/** From which addresses sessions were used lately; addresses are pseudonyms here. */
@ApplicationScoped
class TokenUseStore {

    private static final LuaScript NOTE_USE = LuaScript.named("note_use");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST = 16;
    private static final String STORE_CLOCK = "";

    private final DefenseRedis redis;

    TokenUseStore(DefenseRedis redis) {
        this.redis = redis;
    }

    /** How many addresses it were, this one counted. */
    Uni<Long> note(String session, String address) {
        return redis.ask(commands -> NOTE_USE.callForNumber(commands, List.of("defense:uses:" + session), address,
                WINDOW.toMillis(), MOST, STORE_CLOCK));
    }
}
