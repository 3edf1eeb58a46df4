package ticketing.search;

import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;

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
    private static final int NONE = -1;
    /** More than one choice fails. */
    private static final int SEVERAL = -2;

    /** All but its moment and the facets' choices. */
    boolean fits(ListedEvent event) {
        return event.lowest() <= most
                && (numbers.isEmpty() || numbers.get().get(event.number()))
                && (currency.isEmpty() || event.currency().equals(currency.get()))
                && (venueId.isEmpty() || event.venue().id().equals(venueId.get()));
    }

    boolean fitsAll(ListedEvent event) {
        return failed(event) == NONE && !event.startsAt().isBefore(from) && event.startsAt().isBefore(until)
                && fits(event);
    }

    /** Whether the event counts for a facet: no other facet's choice fails. */
    static boolean countsFor(int facet, int failed) {
        return failed == NONE || failed == facet;
    }

    /** Which facet's choice an event does not fit, if it is one. */
    int failed(ListedEvent event) {
        var failed = NONE;
        for (var facet = 0; facet < choices.length; facet++) {
            if (choices[facet] != EventFilter.ANY && choices[facet] != event.codes()[facet]) {
                failed = failed == NONE ? facet : SEVERAL;
            }
        }
        return failed;
    }
}
