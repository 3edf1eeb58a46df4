package waitingroom.queue;

import java.util.Locale;

/**
 * What somebody who joins asks the store for.
 *
 * @param drawn what the scripts are told of the draw
 * @param name  the visitor's in the fairness log; empty only to ask
 */
record JoinWish(String visitor, String drawn, String name, Kind kind) {

    /** When a new place is given to whoever has none. */
    enum Kind {
        /** To whoever never had one in this release. */
        FIRST,
        /** Also to whoever gave it up or lost it. */
        AGAIN,
        /** Never. */
        ASK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
