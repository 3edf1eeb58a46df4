package waitingroom.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** How fast the queue has moved in the last minute, from what the status showed. Used by one thread. */
final class Outflow {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(Instant at, long serving) {}

    /** While nobody waits, how few are called says nothing about how fast it could go. */
    void note(Instant now, long serving, long issued) {
        if (serving >= issued) {
            samples.clear();
        }
        samples.addLast(new Sample(now, serving));
        while (samples.getFirst().at().isBefore(now.minus(WINDOW))) {
            samples.removeFirst();
        }
    }

    /** Places called per second, while somebody waited; empty until there is enough to tell. */
    OptionalDouble perSecond() {
        if (samples.isEmpty()) {
            return OptionalDouble.empty();
        }
        var first = samples.getFirst();
        var last = samples.getLast();
        var span = Duration.between(first.at(), last.at());
        return span.compareTo(SHORTEST) < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((last.serving() - first.serving()) * 1000.0 / span.toMillis());
    }
}
