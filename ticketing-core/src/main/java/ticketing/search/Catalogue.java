package ticketing.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All events that fans may find, in memory, in every order they may be listed in. Never changes: changed events make a
 * new one.
 */
final class Catalogue {

    /** Facets with more values tell those of the most events. */
    private static final int MOST_VALUES = 50;

    static final Catalogue EMPTY = new Catalogue(Columns.EMPTY, new EnumMap<>(EventSort.Key.class),
            WordIndex.EMPTY);

    private final Columns columns;
    /** Numbers of events. */
    private final Map<EventSort.Key, int[]> orders;
    private final WordIndex words;

    private Catalogue(Columns columns, Map<EventSort.Key, int[]> orders, WordIndex words) {
        this.columns = columns;
        this.orders = orders;
        this.words = words;
    }

    private int[] order(EventSort.Key key) {
        return orders.getOrDefault(key, new int[0]);
    }

    int size() {
        return order(EventSort.Key.START).length;
    }

    WordIndex words() {
        return words;
    }

    /**
     * The catalogue without the events of these numbers, and with these in their place.
     *
     * @param changed holds the numbers of all in {@code listed}
     * @param having  the words of all in {@code listed}, by their numbers
     */
    Catalogue with(BitSet changed, List<ListedEvent> listed, Map<Integer, Set<String>> having) {
        var next = columns.with(changed, listed);
        var orders = new EnumMap<EventSort.Key, int[]>(EventSort.Key.class);
        for (var key : EventSort.Key.values()) {
            orders.put(key, merge(order(key), key, changed, listed));
        }
        return new Catalogue(next, orders, words.with(changed, having));
    }

    /** Where the few new ones go is looked up: only they are compared, and not the many that stay. */
    private int[] merge(int[] before, EventSort.Key key, BitSet changed, List<ListedEvent> listed) {
        var kept = Arrays.stream(before).filter(number -> !changed.get(number)).toArray();
        var added = listed.stream().sorted(key.order()).toList();
        var merged = new int[kept.length + added.size()];
        var taken = 0;
        for (var a = 0; a < added.size(); a++) {
            var event = added.get(a);
            var place = firstOf(kept, taken,
                    number -> key.order().compare(columns.event(number), event) > 0);
            System.arraycopy(kept, taken, merged, taken + a, place - taken);
            merged[place + a] = event.number();
            taken = place;
        }
        System.arraycopy(kept, taken, merged, taken + added.size(), kept.length - taken);
        return merged;
    }

    /** Where those begin that fit, which are the last ones of {@code numbers}. */
    private static int firstOf(int[] numbers, int from, IntPredicate fits) {
        var low = from;
        for (var high = numbers.length; low < high;) {
            var middle = (low + high) >>> 1;
            if (fits.test(numbers[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    Columns.Matches match(Selection selection, FacetNames[] names) {
        return columns.match(selection, Arrays.stream(names).mapToInt(FacetNames::size).toArray());
    }

    /** The first of the events of these numbers, in that order, behind a position of it. */
    List<ListedEvent> first(int many, EventSort sort, Optional<Predicate<ListedEvent>> behind, BitSet numbers) {
        var order = order(sort.key());
        var found = new ArrayList<ListedEvent>();
        for (var i = firstBehind(order, sort, behind); i < order.length && found.size() < many; i++) {
            var number = order[sort.descending() ? order.length - 1 - i : i];
            if (numbers.get(number)) {
                found.add(columns.event(number));
            }
        }
        return found;
    }

    /** The events of these numbers by how well they fit what was typed, the best first. */
    List<BitSet> tiers(BitSet numbers, Relevance relevance) {
        var tiers = Stream.generate(BitSet::new).limit(Relevance.TIERS).toList();
        numbers.stream().forEach(number -> tiers.get(relevance.tier(columns.event(number))).set(number));
        return tiers;
    }

    private int firstBehind(int[] order, EventSort sort, Optional<Predicate<ListedEvent>> behind) {
        return behind.map(fits -> sort.descending()
                ? order.length - firstOf(order, 0, number -> !fits.test(columns.event(number)))
                : firstOf(order, 0, number -> fits.test(columns.event(number)))).orElse(0);
    }

    /** The values of each facet with how many events they would leave, most first. */
    static Map<String, List<FacetValue>> facets(int[][] counts, FacetNames[] names) {
        return Arrays.stream(Facet.values()).collect(Collectors.toMap(Facet::key,
                facet -> most(counts[facet.ordinal()], names[facet.ordinal()].all())));
    }

    /** There may be thousands, of which only the first are told: only those are sorted. */
    private static List<FacetValue> most(int[] counts, String[] names) {
        var most = new PriorityQueue<>(FacetValue.MOST_FIRST.reversed());
        var least = 1L;
        for (var number = 0; number < counts.length; number++) {
            if (counts[number] >= least) {
                var value = new FacetValue(names[number], counts[number]);
                if (most.size() == MOST_VALUES && FacetValue.MOST_FIRST.compare(value, most.element()) < 0) {
                    most.remove();
                }
                if (most.size() < MOST_VALUES) {
                    most.add(value);
                }
                least = most.size() < MOST_VALUES ? 1 : most.element().count();
            }
        }
        return most.stream().sorted(FacetValue.MOST_FIRST).toList();
    }
}
