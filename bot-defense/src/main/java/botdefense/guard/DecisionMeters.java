package botdefense.guard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import botdefense.Action;
import botdefense.policy.Mode;
import botdefense.policy.Verdict;
import botdefense.score.Signal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts decisions and what led to them. Each meter is looked up once: every request counts. */
@Singleton
class DecisionMeters {

    private final MeterRegistry metrics;
    private final Map<Made, Counter> decisions = new ConcurrentHashMap<>();
    private final Map<Seen, Counter> signals = new ConcurrentHashMap<>();

    DecisionMeters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    private record Made(Action action, Verdict verdict, Verdict unshadowed) {}

    private record Seen(String rule, Mode mode) {}

    /** @param unshadowed what it would have been if rules in shadow counted too */
    void count(Action action, Verdict verdict, Verdict unshadowed) {
        decisions.computeIfAbsent(new Made(action, verdict, unshadowed),
                made -> metrics.counter("defense.decisions", "action", action.word(), "verdict", verdict.name(),
                        "unshadowed", unshadowed.name()))
                .increment();
    }

    void count(Signal signal) {
        signals.computeIfAbsent(new Seen(signal.id(), signal.mode()),
                seen -> metrics.counter("defense.signals", "rule", seen.rule(), "mode", seen.mode().name()))
                .increment();
    }
}
