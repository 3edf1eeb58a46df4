package waitingroom.queue;

import java.time.Duration;

import waitingroom.status.StatusBoard.Pace;

/**
 * How long somebody will wait, and why it may be longer than the plan says.
 *
 * @param low    the queue moves at its cap
 * @param high   it moves as it measurably does, and a bit slower
 * @param reason why it is slower than its cap; null when it is not
 */
public record WaitRange(long low, long high, Reason reason) {

    private static final double SLACK = 1.3;
    private static final double SLOW = 0.8;
    /** A queue that has not moved for a minute: as if it moved once in two. */
    private static final double STANDSTILL = 1 / 120.0;
    private static final long LONGEST = Duration.ofDays(2).toSeconds();

    /** What makes a wait grow. */
    public enum Reason {
        /** The organizer holds the queue. */
        PAUSED,
        /** The shop is full, or fans take longer than planned. */
        SLOWER_SALE,
        /** The store is away for a moment. */
        STORE
    }

    static WaitRange none() {
        return new WaitRange(0, 0, null);
    }

    static WaitRange of(long ahead, Duration untilOpening, int ratePerMinute, Pace pace) {
        var begin = Math.max(0, untilOpening.toMillis() / 1000.0);
        var cap = ratePerMinute / 60.0;
        var measured = Math.clamp(pace.calledPerSecond().orElse(cap), Math.min(STANDSTILL, cap), cap);
        return new WaitRange(seconds(begin + ahead / cap), seconds(begin + (ahead + 1) / measured * SLACK),
                reason(measured < cap * SLOW, pace));
    }

    private static Reason reason(boolean slow, Pace pace) {
        if (pace.held()) {
            return Reason.PAUSED;
        }
        if (pace.storeAway()) {
            return Reason.STORE;
        }
        return slow ? Reason.SLOWER_SALE : null;
    }

    private static long seconds(double estimate) {
        return Math.min(LONGEST, (long) Math.ceil(estimate));
    }
}
