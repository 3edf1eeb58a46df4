package ticketing.search;

import java.time.Instant;
import java.util.Locale;

import ticketing.event.EventState;
import ticketing.event.SaleState;

/**
 * An event as it is kept in memory to be found.
 *
 * @param number    its short name in sets of events
 * @param titleKey  the title as it is sorted
 * @param codes     its value of every facet, as {@link FacetNames} numbers them
 * @param lowest    the cheapest seat, in minor units
 * @param seatsFree about a second old while seats are sold
 */
record ListedEvent(String id, int number, EventState state, String title, String titleKey, String genre,
        Instant startsAt,
        FoundEvent.Place venue, String organizer, boolean gated, String currency, long lowest, long highest,
        SaleState.Window sale, long seatsFree, boolean accessible, int[] codes) {

    boolean available() {
        return seatsFree > 0 && state == EventState.PUBLISHED;
    }

    static String titleKey(String title) {
        return title.toLowerCase(Locale.ROOT);
    }

    int code(Facet facet) {
        return codes[facet.ordinal()];
    }
}
