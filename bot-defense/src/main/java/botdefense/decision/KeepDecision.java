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

    /** Whether one that allows, and found nothing, belongs to the sample. The others need not even be written down. */
    public boolean isSampled() {
        return ThreadLocalRandom.current().nextDouble() < config.sampleOfAllowed();
    }

    public void keep(Decision decision) {
        if (decision.verdict() != Verdict.ALLOW || decision.signals().isEmpty() || isSampled()) {
            store.keep(decision);
        }
    }
}
