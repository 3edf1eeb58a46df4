package operation.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts this instance's requests over the last minutes, hour and day, from meters that only ever count up. */
@Singleton
public class RequestTally {

    private static final Duration APART = Duration.ofSeconds(30);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final MeterRegistry registry;
    private final Deque<Sample> samples = new ArrayDeque<>();

    RequestTally(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Sample(Instant at, long answered, long failed) {}

    /** Those of the last while, before a moment of this machine's clock. */
    public synchronized Requests at(Instant now) {
        var present = read(now);
        if (samples.isEmpty() || !now.isBefore(samples.getLast().at().plus(APART))) {
            samples.addLast(samples.isEmpty() ? new Sample(now, 0, 0) : present);
        }
        while (samples.size() > 1 && samples.getFirst().at().isBefore(now.minus(DAY))) {
            samples.removeFirst();
        }
        return new Requests(since(present, FIVE_MINUTES), since(present, HOUR), since(present, DAY));
    }

    private Window since(Sample present, Duration window) {
        var from = present.at().minus(window);
        var base = samples.stream().filter(sample -> !sample.at().isBefore(from)).findFirst().orElse(present);
        return new Window(present.answered() - base.answered(), present.failed() - base.failed());
    }

    private Sample read(Instant now) {
        long answered = 0;
        long failed = 0;
        for (var timer : registry.find("http.server.requests").timers()) {
            var status = timer.getId().getTag("status");
            answered += timer.count();
            failed += status != null && status.startsWith("5") ? timer.count() : 0;
        }
        return new Sample(now, answered, failed);
    }

    /** Requests of the last while, as this instance answered them. */
    public record Requests(Window lastFiveMinutes, Window lastHour, Window lastDay) {}

    /** @param failed those answered with 5xx */
    public record Window(long answered, long failed) {}
}
