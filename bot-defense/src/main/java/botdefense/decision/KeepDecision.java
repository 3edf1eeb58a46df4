package botdefense.decision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Singleton;

/**
 * Keeps what must be explained: every refusal, a sample of what was allowed, and so many a second of those that only a
 * rule in shadow would have refused.
 */
@Singleton
public class KeepDecision {

    private final DecisionStore store;
    private final DecisionConfig config;
    private final InstantSource clock;
    private Instant second = Instant.MIN;
    private int keptThisSecond;

    KeepDecision(DecisionStore store, DecisionConfig config, InstantSource clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Whether one that allows is to be kept; the others need not even be written down.
     *
     * @param shadowed whether a rule in shadow would have decided otherwise
     */
    public boolean wantsAllowed(boolean shadowed) {
        return ThreadLocalRandom.current().nextDouble() < config.sampleOfAllowed() || shadowed && mayKeepShadow();
    }

    public void keep(Decision decision) {
        store.keep(decision);
    }

    private synchronized boolean mayKeepShadow() {
        var now = clock.instant();
        if (now.isAfter(second.plusSeconds(1))) {
            second = now;
            keptThisSecond = 0;
        }
        return keptThisSecond++ < config.mostShadowPerSecond();
    }
}
