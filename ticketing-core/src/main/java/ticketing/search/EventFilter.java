package ticketing.search;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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

    /** All but the facets' choices and the words. Without a first day, what has begun is over. */
    Predicate<ListedEvent> fits(Instant now, FacetNames[] names) {
        var venueId = Optional.ofNullable(chosen.get(Facet.VENUE)).filter(venue -> isId(venue, names));
        var first = from.orElse(now);
        var money = currency.map(code -> code.toUpperCase(Locale.ROOT));
        return event -> (from.isPresent() ? !event.startsAt().isBefore(first) : event.startsAt().isAfter(first))
                && (to.isEmpty() || event.startsAt().isBefore(to.get()))
                && (priceMax.isEmpty() || event.lowest() <= priceMax.get())
                && (money.isEmpty() || event.currency().equals(money.get()))
                && (venueId.isEmpty() || event.venue().id().equals(venueId.get()));
    }

    /** The facets' choices as numbers, by the facet's ordinal. */
    int[] choices(FacetNames[] names) {
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
