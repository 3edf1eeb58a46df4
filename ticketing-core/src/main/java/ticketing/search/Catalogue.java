package ticketing.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All events that fans may find, in memory, in every order they may be listed in. Never changes: changed events make a
 * new one, which shares the rest.
 */
final class Catalogue {

    /** Facets with more values tell those of the most events. */
    private static final int MOST_VALUES = 50;

    static final Catalogue EMPTY = new Catalogue(new EnumMap<>(EventSort.Key.class));

    private final Map<EventSort.Key, ListedEvent[]> orders;

    private Catalogue(Map<EventSort.Key, ListedEvent[]> orders) {
        this.orders = orders;
    }

    private ListedEvent[] order(EventSort.Key key) {
        return orders.getOrDefault(key, new ListedEvent[0]);
    }

    int size() {
        return order(EventSort.Key.START).length;
    }

    /** The catalogue without these events, and with these in their place. */
    Catalogue with(Collection<String> changed, List<ListedEvent> listed) {
        var orders = new EnumMap<EventSort.Key, ListedEvent[]>(EventSort.Key.class);
        for (var key : EventSort.Key.values()) {
            orders.put(key, merge(order(key), key, changed, listed));
        }
        return new Catalogue(orders);
    }

    private static ListedEvent[] merge(ListedEvent[] before, EventSort.Key key, Collection<String> changed,
            List<ListedEvent> listed) {
        var order = key.order();
        var added = listed.toArray(ListedEvent[]::new);
        Arrays.sort(added, order);
        var kept = Arrays.stream(before).filter(event -> !changed.contains(event.id())).toArray(ListedEvent[]::new);
        var merged = new ListedEvent[kept.length + added.length];
        for (int k = 0, a = 0; k + a < merged.length;) {
            var next = a == added.length || k < kept.length && order.compare(kept[k], added[a]) < 0
                    ? kept[k++]
                    : added[a++];
            merged[k + a - 1] = next;
        }
        return merged;
    }

    /** The first of those that fit, in that order. */
    List<ListedEvent> first(int many, EventSort sort, Predicate<ListedEvent> fits) {
        var events = order(sort.key());
        var found = new ArrayList<ListedEvent>();
        for (var i = 0; i < events.length && found.size() < many; i++) {
            var event = events[sort.descending() ? events.length - 1 - i : i];
            if (fits.test(event)) {
                found.add(event);
            }
        }
        return found;
    }

    /**
     * How many events each value of each facet would leave. A facet's own choice does not count for it, because its
     * other values can be chosen instead; so an event that fails one choice counts for that facet alone.
     */
    Map<String, List<FacetValue>> count(Selection selection, FacetNames[] names) {
        var facets = Facet.values();
        var counts = Arrays.stream(names).map(values -> new int[values.size()]).toArray(int[][]::new);
        var events = order(EventSort.Key.START);
        for (var i = firstFrom(events, selection.from()); i < events.length; i++) {
            var event = events[i];
            if (!event.startsAt().isBefore(selection.until())) {
                break;
            }
            if (selection.fits(event)) {
                var failed = selection.failed(event);
                for (var facet = 0; facet < facets.length; facet++) {
                    if (Selection.countsFor(facet, failed)) {
                        counts[facet][event.codes()[facet]]++;
                    }
                }
            }
        }
        return Arrays.stream(facets).collect(Collectors.toMap(Facet::key,
                facet -> values(counts[facet.ordinal()], names[facet.ordinal()])));
    }

    /** The first event that does not begin before a moment. */
    private static int firstFrom(ListedEvent[] events, Instant from) {
        int low = 0;
        for (int high = events.length; low < high;) {
            var middle = (low + high) >>> 1;
            if (events[middle].startsAt().isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<FacetValue> values(int[] counts, FacetNames names) {
        var values = new ArrayList<FacetValue>();
        for (var number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                values.add(new FacetValue(names.name(number), counts[number]));
            }
        }
        values.sort(FacetValue.MOST_FIRST);
        return List.copyOf(values.subList(0, Math.min(MOST_VALUES, values.size())));
    }
}
