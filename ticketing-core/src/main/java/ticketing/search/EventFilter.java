package ticketing.search;

import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What fans look for. Empty parts let everything through.
 *
 * @param query what they typed
 * @param chosen one value for each facet they narrowed the list by; a venue may be named by its id instead
 */
record EventFilter(Optional<String> query, Map<Facet, String> chosen, Optional<Instant> from, Optional<Instant> to,
        Optional<Integer> priceMax, Optional<String> currency) {

    /** Every value of a facet fits. */
    static final int ANY = -3;

    EventFilter {
        chosen = chosen.isEmpty() ? Map.of() : new EnumMap<>(chosen);
    }

    /**
     * The same, ready to be asked of many events. Without a first day, what has begun is over.
     *
     * @param numbers the events that have the words; empty when no words are looked for
     */
    Selection selection(Instant now, FacetNames[] names, Optional<BitSet> numbers) {
        return new Selection(from.orElse(now.plusNanos(1)), to.orElse(Instant.MAX),
                priceMax.map(Integer::longValue).orElse(Long.MAX_VALUE),
                currency.map(code -> code.toUpperCase(Locale.ROOT)),
                Optional.ofNullable(chosen.get(Facet.VENUE)).filter(venue -> isId(venue, names)), numbers,
                choices(names));
    }

    /** The facets' choices as numbers, by the facet's ordinal. */
    private int[] choices(FacetNames[] names) {
        var numbers = new int[names.length];
        for (var facet : Facet.values()) {
            var choice = chosen.get(facet);
            var any = choice == null || facet == Facet.VENUE && isId(choice, names);
            numbers[facet.ordinal()] = any ? ANY : names[facet.ordinal()].find(choice);
        }
        return numbers;
    }

    /** What is no venue's name is taken for an id. */
    private static boolean isId(String venue, FacetNames[] names) {
        return names[Facet.VENUE.ordinal()].find(venue) == FacetNames.UNKNOWN;
    }
}
