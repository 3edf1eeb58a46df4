package standalone.process;

import java.time.Duration;

/**
 * The pause before a child is started again: short after a first crash, doubled after each that follows closely, and
 * short again once the child has lived for a while.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration LIVED_WELL = Duration.ofSeconds(20);

    private Duration next = FIRST;

    Duration afterLiving(Duration lifetime) {
        if (lifetime.compareTo(LIVED_WELL) >= 0) {
            next = FIRST;
        }
        var pause = next;
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
