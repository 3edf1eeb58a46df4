package ticketing.order;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what becomes of orders. */
@ApplicationScoped
class OrderMetrics {

    private final MeterRegistry registry;

    OrderMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(OrderOutcome outcome) {
        if (outcome instanceof OrderOutcome.Placed placed) {
            registry.counter("ticketing.orders.placed", "state",
                    OrderView.stateOf(placed.order()).toLowerCase(Locale.ROOT)).increment();
        } else {
            registry.counter("ticketing.orders.refused", "code", OrderProblems.of(outcome).code()).increment();
        }
    }
}
