package waitingroom.release;

import java.time.Instant;
import java.util.Optional;

/**
 * One opening of the doors for one event, as its organizer planned it.
 *
 * @param lobbyOpensAt from then on fans may take places
 * @param closesAt     from then on nobody joins and nobody is admitted; empty for never
 * @param ratePerMinute most admissions in any sliding 60 s (W3)
 * @param maxActive    most admissions alive at once (W3)
 * @param claimSeconds how long a call stands before the turn passes to the next in line
 * @param message      what the organizer tells those who wait; empty for nothing
 * @param brand        how the organizer shows itself to them
 */
public record Release(String id, String eventId, String organizationId, String title, Policy policy,
        Instant lobbyOpensAt, Instant opensAt, Optional<Instant> closesAt, int ratePerMinute, int maxActive,
        int claimSeconds, int admissionSeconds, int maxOrders, int maxSeats, Binding binding, AccessCodes accessCodes,
        Mode mode, String message, Brand brand) {

    /** How places are given. */
    public enum Policy {
        FIFO, DRAW
    }

    /** What an admission is bound to. */
    public enum Binding {
        KEY, COOKIE
    }

    /** Whether joining takes an access code. */
    public enum AccessCodes {
        NONE, REQUIRED
    }

    /** What staff want the release to do. */
    public enum Mode {
        /** Follow the clock. */
        AUTO,
        /** Let nobody in for now; everybody keeps place and turn. */
        HOLD,
        /** Serve those who have a place; nobody new joins. */
        DRAIN,
        /** Over, whatever the clock says. */
        CLOSED
    }

    /**
     * Where a release stands.
     *
     * <pre>
     *   SCHEDULED ──lobbyOpensAt──▶ LOBBY ──opensAt──▶ OPEN ──closesAt or CLOSED──▶ CLOSED
     *                                                   ├─HOLD──▶ HELD
     *                                                   └─DRAIN─▶ DRAINING
     * </pre>
     *
     * A release with a draw is DRAWING between LOBBY and what comes after, until everybody in the lobby has a place.
     */
    public enum Phase {
        SCHEDULED, LOBBY, DRAWING, OPEN, HELD, DRAINING, CLOSED
    }

    /** The phase at a moment; the scripts of the store decide by the same rule, on the store's clock. */
    public Phase phaseAt(Instant now) {
        if (mode == Mode.CLOSED || closesAt.filter(closing -> !now.isBefore(closing)).isPresent()) {
            return Phase.CLOSED;
        }
        if (now.isBefore(lobbyOpensAt)) {
            return Phase.SCHEDULED;
        }
        if (now.isBefore(opensAt)) {
            return Phase.LOBBY;
        }
        return switch (mode) {
            case AUTO -> Phase.OPEN;
            case HOLD -> Phase.HELD;
            case DRAIN -> Phase.DRAINING;
            case CLOSED -> Phase.CLOSED;
        };
    }
}
