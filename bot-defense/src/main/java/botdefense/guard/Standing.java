package botdefense.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import botdefense.Action;
import botdefense.policy.Ladder.Step;

/**
 * How clients stood lately, so that one at the edge of a threshold is not asked now and let through the next moment. Of
 * this instance alone, and forgotten soon.
 */
@Singleton
class Standing {

    private static final int MOST = 20_000;
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofSeconds(6);

    private final InstantSource clock;
    private final Map<String, Stand> stands = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stand> eldest) {
            return size() > MOST;
        }
    };
    private final Map<String, Instant> goneOn = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    Standing(InstantSource clock) {
        this.clock = clock;
    }

    private record Stand(Step step, Instant until) {}

    synchronized Step of(String subject, Action action) {
        var stand = stands.get(action + subject);
        return stand == null || !clock.instant().isBefore(stand.until()) ? Step.NONE : stand.step();
    }

    synchronized void remember(String subject, Action action, Step step) {
        if (step == Step.NONE) {
            stands.remove(action + subject);
        } else {
            stands.put(action + subject, new Stand(step, clock.instant().plus(MEMORY)));
        }
    }

    /** Whoever is throttled by score goes on every few seconds. */
    synchronized boolean mayGoOn(String subject) {
        var last = goneOn.get(subject);
        var now = clock.instant();
        if (last != null && now.isBefore(last.plus(BETWEEN))) {
            return false;
        }
        goneOn.put(subject, now);
        return true;
    }
}
