package botdefense.velocity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import io.smallrye.mutiny.Uni;

/** How often busy networks joined this minute, as each instance counted it; a hash for each minute. */
@ApplicationScoped
class TallyStore {

    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final String SEPARATOR = "|";

    private final DefenseRedis redis;
    private final String ownName = UUID.randomUUID().toString();

    TallyStore(DefenseRedis redis) {
        this.redis = redis;
    }

    /** Tells the others what was counted here, and learns what they counted; without anything to tell, only asks. */
    Uni<Map<String, Tally>> exchange(long minute, Map<String, Tally> own) {
        var key = "defense:joins:" + minute;
        var told = new HashMap<String, byte[]>();
        own.forEach((network, tally) -> told.put(ownName + SEPARATOR + network,
                (tally.joins() + ":" + tally.browsers()).getBytes(StandardCharsets.US_ASCII)));
        return redis.ask(commands -> {
            if (!told.isEmpty()) {
                commands.hset(key, told);
                commands.expire(key, KEPT);
            }
            return commands.hgetall(key);
        }).map(this::ofOthers);
    }

    private Map<String, Tally> ofOthers(Map<String, byte[]> all) {
        var others = new HashMap<String, Tally>();
        all.forEach((name, counted) -> {
            var parts = name.split("\\|", 2);
            if (!parts[0].equals(ownName)) {
                var figures = new String(counted, StandardCharsets.US_ASCII).split(":", 2);
                others.merge(parts[1], new Tally(Integer.parseInt(figures[0]), Integer.parseInt(figures[1])),
                        Tally::plus);
            }
        });
        return others;
    }

    /** @param browsers different device keys; of several instances at most so many */
    record Tally(int joins, int browsers) {

        Tally plus(Tally other) {
            return new Tally(joins + other.joins, browsers + other.browsers);
        }
    }
}
