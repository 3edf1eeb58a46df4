package waitingroom.report;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

import waitingroom.report.FairnessReport.Most;
import waitingroom.report.FairnessReport.Overshoot;

/** Counts, at each admission, how many there were in the last minute and how many are alive. */
final class CapWatch {

    private static final long MINUTE = 60_000;

    private final ArrayDeque<Long> window = new ArrayDeque<>();
    private final ArrayDeque<Stay> stays = new ArrayDeque<>();
    private final Set<Long> alive = new HashSet<>();
    private long ratePerMinute = Long.MAX_VALUE;
    private long maxActive = Long.MAX_VALUE;
    private long beyondRate;
    private long beyondActive;
    private long mostInAnyMinute;
    private long mostAlive;

    void caps(long rate, long active) {
        ratePerMinute = rate;
        maxActive = active;
    }

    /** Windows and stays are half-open: what ends now is over. Stays begin at whole seconds, as tokens do. */
    void admitted(long place, long at, long lengthMillis) {
        while (!window.isEmpty() && window.getFirst() <= at - MINUTE) {
            window.removeFirst();
        }
        while (!stays.isEmpty() && stays.getFirst().end() <= at) {
            alive.remove(stays.removeFirst().place());
        }
        window.addLast(at);
        alive.add(place);
        stays.addLast(new Stay(place, at - at % 1000 + lengthMillis));
        mostInAnyMinute = Math.max(mostInAnyMinute, window.size());
        mostAlive = Math.max(mostAlive, alive.size());
        beyondRate += window.size() > ratePerMinute ? 1 : 0;
        beyondActive += alive.size() > maxActive ? 1 : 0;
    }

    void ended(long place) {
        alive.remove(place);
    }

    Overshoot overshoot() {
        return new Overshoot(beyondRate, beyondActive);
    }

    Most most() {
        return new Most(mostInAnyMinute, mostAlive);
    }

    private record Stay(long place, long end) {}
}
