package ticketing.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What fans look for. Empty parts let everything through. */
record EventFilter(List<String> words, Optional<String> city, Optional<String> country, Optional<String> genre,
        Optional<String> venue, Optional<Instant> from, Optional<Instant> to, Optional<Integer> priceMax,
        Optional<String> currency, Optional<Boolean> available, Optional<Boolean> accessible) {

    /** The same without the one part that a facet counts the values of: its other values can be chosen instead. */
    EventFilter without(Facet facet) {
        return new EventFilter(words, facet == Facet.CITY ? Optional.empty() : city,
                facet == Facet.COUNTRY ? Optional.empty() : country, facet == Facet.GENRE ? Optional.empty() : genre,
                facet == Facet.VENUE ? Optional.empty() : venue, from, to, priceMax, currency, available, accessible);
    }
}
