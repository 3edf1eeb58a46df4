package ticketing.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ticketing.event.EventState;
import ticketing.event.SaleState;

/** Whatever is found and counted in memory is what a plain walk over all events finds and counts. */
class CatalogueTest {

    private static final int EVENTS = 40;
    private static final Instant NOON = Instant.parse("2031-07-01T12:00:00Z");

    private final FacetNames[] names = Arrays.stream(Facet.values()).map(facet -> new FacetNames())
            .toArray(FacetNames[]::new);

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5 })
    void changesFindTheirPlaceInEveryOrder(long seed) {
        var random = new Random(seed);
        var truth = new HashMap<Integer, ListedEvent>();
        var catalogue = Catalogue.EMPTY;

        for (var round = 0; round < 20; round++) {
            var changed = List.of(event(random), event(random), event(random));
            var gone = random.nextInt(EVENTS);
            changed.forEach(event -> truth.put(event.number(), event));
            truth.remove(gone);
            var numbers = new BitSet();
            changed.forEach(event -> numbers.set(event.number()));
            numbers.set(gone);
            catalogue = catalogue.with(numbers, truth.values().stream()
                    .filter(event -> numbers.get(event.number())).toList(), Map.of());
        }

        var all = new BitSet();
        all.set(0, EVENTS);
        for (var sort : EventSort.values()) {
            var order = sort.key().order();
            var expected = truth.values().stream().sorted(sort.descending() ? order.reversed() : order)
                    .map(ListedEvent::id).toList();
            assertThat(catalogue.first(100, sort, Optional.empty(), all)).extracting(ListedEvent::id)
                    .isEqualTo(expected);
            var middle = truth.values().stream().sorted(sort.descending() ? order.reversed() : order)
                    .skip(expected.size() / 2).findFirst().orElseThrow();
            assertThat(catalogue.first(3, sort,
                    Optional.of(sort.behind(sort.positionOf(middle), middle.id())), all))
                    .extracting(ListedEvent::id)
                    .isEqualTo(expected.stream().skip(expected.size() / 2 + 1L).limit(3).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5 })
    void aFacetCountsWithoutItsOwnChoice(long seed) {
        var random = new Random(seed);
        var events = random.ints(60, 0, 1).mapToObj(zero -> event(random))
                .collect(Collectors.toMap(ListedEvent::id, event -> event, (a, b) -> b)).values();
        var later = events.stream().filter(event -> event.startsAt().isAfter(NOON.plusSeconds(3))).toList();
        var catalogue = Catalogue.EMPTY.with(new BitSet(), List.copyOf(events), Map.of());
        var filter = new EventFilter(Optional.empty(), Map.of(Facet.CITY, "City 1", Facet.GENRE, "rock"),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        var matches = catalogue.match(filter.selection(NOON.plusSeconds(3), names, Optional.empty()), names);
        var facets = Catalogue.facets(matches.counts(), names);

        assertThat(counts(facets.get("city"))).isEqualTo(counts(later.stream()
                .filter(event -> event.genre().equals("rock")).map(Facet.CITY::valueOf).toList()));
        assertThat(counts(facets.get("country"))).isEqualTo(counts(later.stream()
                .filter(event -> event.genre().equals("rock") && event.venue().city().equals("City 1"))
                .map(Facet.COUNTRY::valueOf).toList()));
        assertThat(matches.numbers().stream().boxed()).containsExactlyInAnyOrderElementsOf(later.stream()
                .filter(event -> event.genre().equals("rock") && event.venue().city().equals("City 1"))
                .map(ListedEvent::number).toList());
        assertThat(facets.get("city")).isSortedAccordingTo(Comparator.comparing(FacetValue::count).reversed());
    }

    private static Map<String, Long> counts(List<?> values) {
        var counts = new HashMap<String, Long>();
        values.forEach(value -> {
            switch (value) {
                case FacetValue(String name, long count) -> counts.put(name, count);
                default -> counts.merge((String) value, 1L, Long::sum);
            }
        });
        return counts;
    }

    private ListedEvent event(Random random) {
        var title = "Title " + random.nextInt(10);
        var number = random.nextInt(EVENTS);
        var event = new ListedEvent("e" + number, number, EventState.PUBLISHED, title,
                ListedEvent.titleKey(title), List.of("rock", "pop", "jazz").get(random.nextInt(3)),
                NOON.plusSeconds(random.nextInt(10)),
                new FoundEvent.Place("v", "Hall " + random.nextInt(5), "City " + random.nextInt(3),
                        List.of("DE", "AT").get(random.nextInt(2)), "Europe/Berlin"),
                "Organizer", false, "EUR", random.nextInt(10), 20, new SaleState.Window(NOON, NOON.plusSeconds(60)),
                random.nextInt(2), random.nextBoolean(), new int[names.length]);
        for (var facet : Facet.values()) {
            event.codes()[facet.ordinal()] = names[facet.ordinal()].number(facet.valueOf(event));
        }
        return event;
    }
}
