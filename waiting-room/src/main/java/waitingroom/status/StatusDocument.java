package waitingroom.status;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import waitingroom.release.Release;
import waitingroom.release.Release.Mode;
import waitingroom.release.StoredRelease;
import waitingroom.status.StatusStore.QueueStatus;

/** What everybody may know of a release at a moment: the same for all, so that it can be kept, shared and streamed. */
record StatusDocument(String release, Release.Phase phase, Instant now, Instant opensAt, long serving, long issued,
        int ratePerMinute, boolean paused, String reason, String message, JsonNode tiers, long version,
        long nextPollMillis) {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofSeconds(60);

    static StatusDocument of(StoredRelease stored, QueueStatus queue, JsonNode tiers) {
        var release = stored.release();
        var paused = release.mode() == Mode.HOLD && queue.phase() != Release.Phase.CLOSED;
        return new StatusDocument(release.id(), queue.phase(), queue.now(), release.opensAt(), queue.serving(),
                queue.issued(), release.ratePerMinute(), paused, reason(stored, queue, paused),
                release.message().isEmpty() ? null : release.message(), tiers, queue.version(),
                nextPoll(queue.phase(), Duration.between(queue.now(), release.opensAt())).toMillis());
    }

    /** The same while the store is away: nobody is let in, and everybody keeps the place. */
    StatusDocument whileStoreIsAway() {
        return new StatusDocument(release, phase, now, opensAt, serving, issued, ratePerMinute, true,
                "A technical pause of a few seconds.", message, tiers, version, nextPollMillis);
    }

    /**
     * The same while the store is away and the operator lets fans in all the same: the queue goes on from where it was
     * last seen, at its rate, among the places that were given.
     */
    StatusDocument whileOpenWithoutStore(Instant since, Instant at) {
        var begin = since.isAfter(now) ? since : now;
        var further = Math.max(0, Duration.between(begin, at).toMillis()) * ratePerMinute / 60_000;
        return new StatusDocument(release, phase, at, opensAt, Math.min(issued, serving + further), issued,
                ratePerMinute, paused, reason, message, tiers, version, nextPollMillis);
    }

    boolean isMoving() {
        return !paused && (phase == Release.Phase.OPEN || phase == Release.Phase.DRAINING);
    }

    private static String reason(StoredRelease stored, QueueStatus queue, boolean paused) {
        if (queue.awaitsBeacon()) {
            return "The draw waits for the public value that was announced.";
        }
        if (!stored.reason().isEmpty()) {
            return stored.reason();
        }
        return paused ? "The organizer stopped it for a moment." : null;
    }

    private static Duration nextPoll(Release.Phase phase, Duration toOpening) {
        return switch (phase) {
            case DRAWING, OPEN, HELD, DRAINING -> SOON;
            case CLOSED -> LATE;
            case SCHEDULED, LOBBY -> {
                var tenth = toOpening.dividedBy(10);
                yield tenth.compareTo(SOON) < 0 ? SOON : tenth.compareTo(LATE) > 0 ? LATE : tenth;
            }
        };
    }
}
