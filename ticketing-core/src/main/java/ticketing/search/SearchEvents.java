package ticketing.search;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.event.SaleState;
import ticketing.http.Cursor;
import ticketing.money.Money;

/** Finds events for fans, in memory; what a typed word stands for is said by the database. */
@ApplicationScoped
class SearchEvents {

    private static final int MOST_WORDS = 10;

    private final Listings listings;
    private final ListingStore store;
    private final InstantSource clock;

    SearchEvents(Listings listings, ListingStore store, InstantSource clock) {
        this.listings = listings;
        this.store = store;
        this.clock = clock;
    }

    /** Where a page goes on: the last event of the page before. */
    record Position(String value, String id) {}

    /** A page of what was found, and what would be left by other choices. */
    record Found(List<FoundEvent> events, Map<String, List<FacetValue>> facets) {}

    Found search(EventFilter filter, EventSort sort, Optional<Position> after, int limit) {
        var catalogue = listings.current();
        var selection = filter.selection(clock.instant(), listings.names(),
                filter.query().flatMap(query -> find(query, catalogue.words())));
        var matches = catalogue.match(selection, listings.names());
        var page = sort == EventSort.RELEVANCE
                ? mostRelevant(catalogue, catalogue.tiers(matches.numbers(), Relevance.of(filter.query())), after,
                        limit)
                : listed(catalogue, matches.numbers(), sort, after, limit);
        return new Found(page, Catalogue.facets(matches.counts(), listings.names()));
    }

    private List<FoundEvent> listed(Catalogue catalogue, BitSet numbers, EventSort sort, Optional<Position> after,
            int limit) {
        var behind = after.map(position -> sort.behind(position.value(), position.id()));
        return catalogue.first(limit, sort, behind, numbers).stream()
                .map(event -> show(event, sort.positionOf(event))).toList();
    }

    /** The tiers one behind the other, each by date; a position names its tier first. */
    private List<FoundEvent> mostRelevant(Catalogue catalogue, List<BitSet> tiers, Optional<Position> after,
            int limit) {
        var found = new ArrayList<FoundEvent>();
        var begun = after.map(position -> tierOf(position.value())).orElse(0);
        for (var tier = begun; tier < tiers.size(); tier++) {
            var mark = tier + " ";
            var behind = after.filter(position -> position.value().startsWith(mark)).map(position -> EventSort.RELEVANCE
                    .behind(position.value().substring(mark.length()), position.id()));
            catalogue.first(limit - found.size(), EventSort.RELEVANCE, behind, tiers.get(tier)).stream()
                    .map(event -> show(event, mark + EventSort.RELEVANCE.positionOf(event))).forEach(found::add);
        }
        return found;
    }

    private static int tierOf(String position) {
        if (!position.matches("[0-2] .*")) {
            throw Cursor.invalid();
        }
        return position.charAt(0) - '0';
    }

    /** The numbers of events with these words; empty when there is no word in what was typed. */
    private Optional<BitSet> find(String query, WordIndex words) {
        return Optional.of(store.terms(query, MOST_WORDS)).filter(terms -> !terms.isEmpty()).map(words::find);
    }

    private FoundEvent show(ListedEvent event, String position) {
        return new FoundEvent(event.id(), event.title(), event.genre(), event.startsAt(), event.venue(),
                event.organizer(), event.gated(), event.gated() ? "/queue/" + event.id() : null,
                new FoundEvent.PriceRange(new Money(event.lowest(), event.currency()),
                        new Money(event.highest(), event.currency())),
                SaleState.of(event.state(), event.sale(), event.available(), clock.instant()),
                event.seatsFree(), event.accessible(), position);
    }
}
