package ticketing.search;

import java.util.Comparator;

/** One value to narrow a list by, and how many events it would leave. */
record FacetValue(String value, long count) {

    static final Comparator<FacetValue> MOST_FIRST = Comparator.comparingLong(FacetValue::count).reversed()
            .thenComparing(FacetValue::value);
}
