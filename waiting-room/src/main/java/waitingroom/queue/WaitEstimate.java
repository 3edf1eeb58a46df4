package waitingroom.queue;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Singleton;

import waitingroom.queue.VisitorView.WaitSeconds;
import waitingroom.release.StoredRelease;
import waitingroom.status.StatusBoard;

/** Says how long the wait will be, as a range, and when to ask again. */
@Singleton
public class WaitEstimate {

    private static final double SLACK = 1.3;
    private static final long SOONEST_POLL = 3_000;
    private static final long LATEST_POLL = 60_000;
    private static final long CALLED_POLL = 1_500;
    private static final long LONGEST = Duration.ofDays(2).toSeconds();

    private final StatusBoard board;

    WaitEstimate(StatusBoard board) {
        this.board = board;
    }

    public VisitorView view(StoredRelease stored, QueuePlace place) {
        var wait = waitSeconds(stored, place);
        return new VisitorView(place.state(), orNull(place.place()), orNull(place.lobbyIndex()), place.ahead(), wait,
                place.claimBy().orElse(null),
                nextPollMillis(place.state(), wait));
    }

    private static Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    /** At best the queue moves at its cap; at worst as it measurably moves, and a bit slower. */
    private WaitSeconds waitSeconds(StoredRelease stored, QueuePlace place) {
        return switch (place.state()) {
            case LOBBY, WAITING -> {
                var untilOpen = Math.max(0,
                        Duration.between(place.now(), stored.release().opensAt()).toMillis() / 1000.0);
                var cap = stored.release().ratePerMinute() / 60.0;
                var measured = board.calledPerSecond(stored.id());
                var slow = measured > 0 ? Math.min(measured, cap) : cap;
                yield new WaitSeconds(seconds(untilOpen + place.ahead() / cap),
                        seconds(untilOpen + (place.ahead() + 1) / slow * SLACK));
            }
            case CALLED, ADMITTED, REVIEW, EXPIRED, LEFT, DONE, MOVED -> new WaitSeconds(0, 0);
        };
    }

    private static long seconds(double estimate) {
        return Math.min(LONGEST, (long) Math.ceil(estimate));
    }

    /** A tenth of the wait, within reason, and never everybody at the same moment. */
    private static long nextPollMillis(PlaceState state, WaitSeconds wait) {
        return switch (state) {
            case LOBBY, WAITING -> jitter(Math.clamp(wait.low() * 100, SOONEST_POLL, LATEST_POLL));
            case CALLED -> CALLED_POLL;
            case ADMITTED, REVIEW -> jitter(SOONEST_POLL * 2);
            case EXPIRED, LEFT, DONE, MOVED -> LATEST_POLL;
        };
    }

    private static long jitter(long millis) {
        return (long) (millis * ThreadLocalRandom.current().nextDouble(0.85, 1.15));
    }
}
