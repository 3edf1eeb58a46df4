package waitingroom.visitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A fan's browser as its cookie names it: nothing about the person.
 *
 * @param id         who holds places: made from the browser's key, or random where there is none
 * @param thumbprint of the browser's key; empty where a cookie alone binds
 * @param readyAt    before then the cookie takes no place: the second of the two steps of joining
 * @param places     the places held, latest first; from here they come back should the store lose them (W8)
 */
public record Visitor(String id, Optional<String> thumbprint, Instant readyAt, List<HeldPlace> places) {

    private static final int MOST_PLACES = 8;
    private static final int ID_LENGTH = 22;

    /** A place, and the release as it was then: one deleted and created anew is another. */
    public record HeldPlace(String release, String incarnation, long place) {

        /** A place that is still to be drawn. Indexes are kept below zero, where no place is. */
        public static HeldPlace inLobby(String release, String incarnation, long index) {
            return new HeldPlace(release, incarnation, -1 - index);
        }

        /** From what the store writes, see {@link #text}. */
        public static HeldPlace parse(String release, String incarnation, String text) {
            return text.startsWith("~")
                    ? inLobby(release, incarnation, Long.parseLong(text.substring(1)))
                    : new HeldPlace(release, incarnation, Long.parseLong(text));
        }

        public OptionalLong lobbyIndex() {
            return place < 0 ? OptionalLong.of(-1 - place) : OptionalLong.empty();
        }

        /** As the store writes it: the place, or the lobby index with a tilde before it. */
        public String text() {
            return place < 0 ? "~" + (-1 - place) : Long.toString(place);
        }
    }

    /** Whoever holds the key. 22 of its thumbprint's characters tell keys apart as well as all 43, at half the memory. */
    public static Visitor withKey(String thumbprint, Instant readyAt) {
        return new Visitor(thumbprint.substring(0, ID_LENGTH), Optional.of(thumbprint), readyAt, List.of());
    }

    /** This visitor, holding that place in its release. */
    public Visitor holding(HeldPlace place) {
        var others = places.stream().filter(other -> !other.release().equals(place.release()));
        return new Visitor(id, thumbprint, readyAt,
                Stream.concat(Stream.of(place), others).limit(MOST_PLACES).toList());
    }

    /** This visitor, holding no place in that release. */
    public Visitor without(String release) {
        return new Visitor(id, thumbprint, readyAt,
                places.stream().filter(place -> !place.release().equals(release)).toList());
    }

    public boolean holds(HeldPlace place) {
        return places.contains(place);
    }

    /** The place the cookie tells of for this very release. */
    public Optional<HeldPlace> placeIn(String release, String incarnation) {
        return places.stream()
                .filter(place -> place.release().equals(release) && place.incarnation().equals(incarnation))
                .findFirst();
    }
}
