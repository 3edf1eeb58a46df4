package ticketing.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The instances of this service that are heard of, this one among them. */
@ApplicationScoped
class Instances {

    private static final Duration SILENT_AFTER = Duration.ofSeconds(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final InstanceStore store;
    private final DescribeInstance own;
    private final ObjectMapper json;

    Instances(InstanceStore store, DescribeInstance own, ObjectMapper json) {
        this.store = store;
        this.own = own;
        this.json = json;
    }

    /** Tells the others of this instance, and forgets its former lives, and those nobody has heard of for long. */
    void announce() {
        var asked = System.nanoTime();
        var now = store.now();
        var millis = (System.nanoTime() - asked) / 1e6;
        var present = own.at(now, millis);
        store.put(own.id(), write(present));
        parseAll(store.all()).stream()
                .filter(report -> isFormerLife(report, present) || isForgotten(report, now))
                .forEach(gone -> store.remove(gone.id()));
    }

    /** Of two processes at one address the one that was there before is dead. */
    private static boolean isFormerLife(InstanceReport report, InstanceReport present) {
        return report.name().equals(present.name()) && !report.id().equals(present.id())
                && report.startedAt().isBefore(present.startedAt());
    }

    private static boolean isForgotten(InstanceReport report, Instant now) {
        return report.seenAt().isBefore(now.minus(FORGOTTEN_AFTER));
    }

    /** This instance stops, and nobody shall wonder where it is. */
    void leave() {
        store.remove(own.id());
    }

    List<InstanceReport> all(Instant now) {
        return parseAll(store.all()).stream()
                .map(report -> report.seenAt().isBefore(now.minus(SILENT_AFTER)) ? report.silent() : report)
                .sorted(Comparator.comparing(InstanceReport::name).thenComparing(InstanceReport::startedAt)).toList();
    }

    private List<InstanceReport> parseAll(List<String> documents) {
        var reports = new ArrayList<InstanceReport>();
        for (var document : documents) {
            try {
                reports.add(json.readValue(document, InstanceReport.class));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an instance's report is unreadable", e);
            }
        }
        return reports;
    }

    private String write(InstanceReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written", e);
        }
    }
}
