package waitingroom.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The admissions of the last moments, as this instance saw them issued: should the store lose its last second with them
 * in it, they are told again. Bounded, and by the store's clock: while the store is away, nothing is forgotten.
 */
final class AdmissionMemory {

    /** Longer than a store with {@code appendfsync everysec} or a replica that keeps up can be behind. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);
    private static final int MOST = 100_000;

    private final Deque<Issued> issued = new ArrayDeque<>();

    synchronized void remember(Issued admission) {
        issued.addLast(admission);
        while (issued.size() > MOST || issued.getFirst().at().isBefore(admission.at().minus(LONG_ENOUGH))) {
            issued.removeFirst();
        }
    }

    synchronized List<Issued> of(String release) {
        return issued.stream().filter(admission -> admission.release().equals(release)).toList();
    }

    /** @param stored the admission as the store had it */
    record Issued(String release, long place, String stored, Instant at) {}
}
