package waitingroom.queue;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Singleton;

import waitingroom.release.StoredRelease;
import waitingroom.status.StatusBoard;

/** Says how long the wait will be, as a range, and when to ask again. */
@Singleton
public class WaitEstimate {

    private static final long SOONEST_POLL = 3_000;
    private static final long LATEST_POLL = 60_000;
    private static final long CALLED_POLL = 1_500;

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

    private WaitRange waitSeconds(StoredRelease stored, QueuePlace place) {
        return switch (place.state()) {
            case LOBBY, WAITING -> WaitRange.of(place.ahead(),
                    Duration.between(place.now(), stored.release().opensAt()), stored.release().ratePerMinute(),
                    board.pace(stored.id()));
            case CALLED, ADMITTED, REVIEW, EXPIRED, LEFT, DONE, MOVED -> WaitRange.none();
        };
    }

    /** A tenth of the wait, within reason, and never everybody at the same moment. */
    private static long nextPollMillis(PlaceState state, WaitRange wait) {
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
