package ticketing.search;

import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a search lets through, in a form that is cheap to ask a hundred thousand times. The choices of the facets are
 * kept apart, because a facet counts without its own.
 *
 * @param from     the first moment; what begins then is let through
 * @param until    the first moment that is not
 * @param most     the highest price at which the cheapest seat may stand
 * @param currency empty for any
 * @param venueId  empty for any
 * @param numbers  the events that have the words; empty for any
 * @param choices  by the facet's ordinal
 */
record Selection(Instant from, Instant until, long most, Optional<String> currency, Optional<String> venueId,
        Optional<BitSet> numbers, int[] choices) {

    /** No choice fails. */
    static final int NONE = -1;
    /** More than one choice fails. */
    static final int SEVERAL = -2;

    /** The facets for which a value was chosen, by their ordinals: few, and asked of every event. */
    int[] asked() {
        return IntStream.range(0, choices.length).filter(facet -> choices[facet] != EventFilter.ANY).toArray();
    }

    /**
     * Which facet's choice an event does not fit, if it is one.
     *
     * @param asked the facets for which a value was chosen
     * @param codes by the facet's ordinal and the event's number
     */
    int failed(int[] asked, int[][] codes, int number) {
        var failed = NONE;
        for (var facet : asked) {
            if (choices[facet] != codes[facet][number]) {
                failed = failed == NONE ? facet : SEVERAL;
            }
        }
        return failed;
    }
}
