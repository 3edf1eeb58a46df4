package ticketing.auditor;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What the latest audit of this instance found: anything but 0 wants somebody's attention. */
@ApplicationScoped
class AuditorMetrics {

    private final MeterRegistry registry;
    private final Map<Rule, AtomicLong> found = new EnumMap<>(Rule.class);

    AuditorMetrics(MeterRegistry registry) {
        this.registry = registry;
        Arrays.stream(Rule.values()).forEach(rule -> {
            var number = new AtomicLong();
            found.put(rule, number);
            Gauge.builder("ticketing.auditor.findings", number, AtomicLong::get).tag("rule", rule.key())
                    .register(registry);
        });
    }

    void finished(AuditReport report) {
        report.rules().forEach(result -> found.get(result.rule()).set(result.findings()));
        registry.counter("ticketing.auditor.runs", "outcome", report.clean() ? "clean" : "findings").increment();
    }

    void failed() {
        registry.counter("ticketing.auditor.runs", "outcome", "unfinished").increment();
    }
}
