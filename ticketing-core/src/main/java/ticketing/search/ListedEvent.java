package ticketing.search;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

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

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    boolean available() {
        return seatsFree > 0 && state == EventState.PUBLISHED;
    }

    /** In lower case and without accents, as people look it up and type it. */
    static String titleKey(String title) {
        return ACCENTS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD)).replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    int code(Facet facet) {
        return codes[facet.ordinal()];
    }
}
