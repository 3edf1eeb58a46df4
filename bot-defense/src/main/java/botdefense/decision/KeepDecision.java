package botdefense.decision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.policy.Verdict;

/**
 * Keeps what must be explained: every refusal, a sample of what was allowed, and so many a second of those that only a
 * rule in shadow would have refused.
 */
@ApplicationScoped
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

    /** Whether one that allows, and found nothing, belongs to the sample. The others need not even be written down. */
    public boolean isSampled() {
        return ThreadLocalRandom.current().nextDouble() < config.sampleOfAllowed();
    }

    public void keep(Decision decision) {
        if (decision.verdict() != Verdict.ALLOW || isSampled() || decision.isShadowOnly() && mayKeepShadow()) {
            store.keep(decision);
        }
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
