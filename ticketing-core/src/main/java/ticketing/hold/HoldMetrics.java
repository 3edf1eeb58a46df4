package ticketing.hold;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what becomes of requests to hold seats. */
@ApplicationScoped
class HoldMetrics {

    private final MeterRegistry registry;

    HoldMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(HoldOutcome outcome) {
        if (outcome instanceof HoldOutcome.Held held) {
            registry.counter("ticketing.holds.placed").increment();
            registry.counter("ticketing.seats.held").increment(held.hold().claim().seats().size());
        } else {
            registry.counter("ticketing.holds.refused", "code", HoldProblems.of(outcome).code()).increment();
        }
    }
}
