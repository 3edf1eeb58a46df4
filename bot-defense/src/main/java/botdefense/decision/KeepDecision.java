package botdefense.decision;

import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

/** Keeps what must be explained: every refusal, and a sample of what was allowed. */
@ApplicationScoped
public class KeepDecision {

    private final DecisionStore store;
    private final DecisionConfig config;

    KeepDecision(DecisionStore store, DecisionConfig config) {
        this.store = store;
        this.config = config;
    }

    public void keep(Decision decision) {
        var refused = decision.verdict() != Verdict.ALLOW;
        if (refused || ThreadLocalRandom.current().nextDouble() < config.sampleOfAllowed()) {
            store.keep(decision);
        }
    }
}
