package waitingroom.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast the queue has moved in the last minute, from what the status showed. Used by one thread. */
final class Outflow {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(Instant at, long serving) {}

    void note(Instant now, long serving) {
        samples.addLast(new Sample(now, serving));
        while (samples.getFirst().at().isBefore(now.minus(WINDOW))) {
            samples.removeFirst();
        }
    }

    /** Places called per second; 0 until there is enough to tell. */
    double perSecond() {
        if (samples.isEmpty()) {
            return 0;
        }
        var first = samples.getFirst();
        var last = samples.getLast();
        var span = Duration.between(first.at(), last.at());
        return span.compareTo(SHORTEST) < 0 ? 0 : (last.serving() - first.serving()) * 1000.0 / span.toMillis();
    }
}
