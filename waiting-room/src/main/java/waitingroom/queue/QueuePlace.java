package waitingroom.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import waitingroom.release.Release.Phase;

/**
 * A visitor's place and how it stands.
 *
 * @param place      empty while it is still to be drawn
 * @param lobbyIndex what it is drawn from; empty otherwise
 * @param ahead      how many stand before who are not in yet; rather one too many than one too few
 * @param uncalledAhead those of them who are not called yet
 * @param claimBy    until when a call stands; empty unless called
 * @param now        the store's time at which all this was so
 */
public record QueuePlace(Phase phase, OptionalLong place, OptionalLong lobbyIndex, PlaceState state, long ahead,
        long uncalledAhead, Optional<Instant> claimBy, Optional<Admission> admission, Instant now) {

    /** Stands before what has moved to another device. */
    private static final String MOVED = ">";

    /** From what the scripts tell: place or index, state, ahead, claim by, admission, uncalled. */
    static QueuePlace of(String phase, long now, List<String> told) {
        var place = told.getFirst().replace(MOVED, "");
        var state = PlaceState.valueOf(told.get(1));
        var index = place.startsWith("~") ? OptionalLong.of(Long.parseLong(place.substring(1))) : OptionalLong.empty();
        return new QueuePlace(Phase.valueOf(phase),
                index.isPresent() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(place)), index, state,
                Long.parseLong(told.get(2)), Long.parseLong(told.get(5)),
                state == PlaceState.CALLED ? Optional.of(moment(told.get(3))) : Optional.empty(),
                told.get(4).isEmpty() ? Optional.empty() : Optional.of(Admission.parse(told.get(4))),
                Instant.ofEpochMilli(now));
    }

    /** Redis writes large scores as it likes, also as 1.79e+12. */
    private static Instant moment(String score) {
        return Instant.ofEpochMilli((long) Double.parseDouble(score));
    }

    /** The lobby is drawn, and the store was not told the place that became of the index. */
    boolean isDrawnUnknowingly() {
        return lobbyIndex.isPresent() && switch (phase) {
            case OPEN, HELD, DRAINING, CLOSED -> true;
            case SCHEDULED, LOBBY, DRAWING -> false;
        };
    }
}
