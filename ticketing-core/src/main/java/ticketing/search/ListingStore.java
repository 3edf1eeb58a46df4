package ticketing.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;
import ticketing.event.EventState;
import ticketing.event.SaleState;

/** What the database knows of events to be found: which changed, what is meant by a word, how many seats are left. */
@ApplicationScoped
class ListingStore {

    /**
     * Asked before every search, so it must cost next to nothing: the last change is the end of an index. Whether there
     * is a change since then, asked in so many words, is answered by reading all listings: not knowing since when, the
     * planner expects a third of them to be it.
     */
    private static final String NEWS = """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next,
                   coalesce((SELECT changed_in
                               FROM event_listing
                              ORDER BY changed_in DESC
                              LIMIT 1) >= ?::text::xid8, false) AS changed
            """;

    /**
     * Listings written by transactions that were not over when somebody last looked, in slices. Judged by transactions
     * rather than by a clock, it misses none however late a commit comes. Each listing's event is looked up by itself
     * (which is what OFFSET 0 is for): for the many changes that the planner expects it would read all events.
     */
    private static final String CHANGED = """
            SELECT listing.changed_in::text AS changed_in, listing.event_id, listing.number, listing.seats_free,
                   array_to_string(tsvector_to_array(listing.words), ' ') AS words, event.*, price.*
              FROM (SELECT changed_in, event_id, number, seats_free, words
                      FROM event_listing
                     WHERE (changed_in, event_id) > (?::text::xid8, ?)
                     ORDER BY changed_in, event_id
                     LIMIT ?) AS listing
             CROSS JOIN LATERAL (
                   SELECT event.title, event.genre, event.starts_at, event.state, event.gated, event.currency,
                          event.sales_from, event.sales_until, organization.name AS organizer, venue.id AS venue_id,
                          venue.name AS venue_name, venue.city, venue.country, venue.timezone,
                          EXISTS (SELECT FROM plan_seat AS seat
                                   WHERE seat.plan_id = event.plan_id AND seat.accessible) AS accessible
                     FROM event
                     JOIN venue ON venue.id = event.venue_id
                     JOIN organization ON organization.id = event.organization_id
                    WHERE event.id = listing.event_id
                   OFFSET 0) AS event
             CROSS JOIN LATERAL (SELECT coalesce(min(amount), 0)::bigint AS lowest,
                                        coalesce(max(amount), 0)::bigint AS highest
                                   FROM price_category
                                  WHERE price_category.event_id = listing.event_id) AS price
             ORDER BY listing.changed_in, listing.event_id
            """;

    /**
     * What is typed, word for word: whether an event has it, whether one has a word that begins with it, which both are
     * told by the first word that is not before it, and, if not, those that look most like it.
     */
    private static final String TERMS = """
            WITH term AS MATERIALIZED (
                SELECT left(word, 40) AS text, position
                  FROM regexp_split_to_table(lower(unaccent(?)), '[^[:alnum:]]+') WITH ORDINALITY
                       AS split (word, position)
                 WHERE word <> ''
                 LIMIT ?
            )
            SELECT text, coalesce(next.word = text, false) AS known,
                   coalesce(starts_with(next.word, text), false) AS begun, alike
              FROM term
              LEFT JOIN LATERAL (
                   SELECT word
                     FROM search_word
                    WHERE word >= text COLLATE "C"
                    ORDER BY word
                    LIMIT 1) AS next ON true
              LEFT JOIN LATERAL (
                   SELECT string_agg(word, ' ') AS alike
                     FROM (SELECT word
                             FROM search_word
                            WHERE NOT coalesce(starts_with(next.word, text), false)
                              AND word % text
                            ORDER BY similarity(word, text) DESC, word
                            LIMIT 5) AS nearest) AS other ON true
             ORDER BY position
            """;

    /** Listings another instance counts at this moment are left out; whoever asked asks again. */
    private static final String COUNT = """
            WITH due AS MATERIALIZED (
                SELECT event_id
                  FROM event_listing
                 WHERE event_id = ANY (?)
                 ORDER BY event_id
                   FOR UPDATE SKIP LOCKED
            ), counted AS MATERIALIZED (
                SELECT due.event_id,
                       (SELECT count(*)
                          FROM seat_state
                         WHERE seat_state.event_id = due.event_id
                           AND (state = 'FREE' OR state = 'HELD' AND held_until <= clock_timestamp())) AS free
                  FROM due
            )
            UPDATE event_listing AS listing
               SET seats_free = counted.free, counted_at = clock_timestamp(),
                   changed_in = CASE WHEN listing.seats_free = counted.free THEN listing.changed_in
                                     ELSE pg_current_xact_id() END
              FROM counted
             WHERE listing.event_id = counted.event_id
            RETURNING listing.event_id
            """;

    /** Events on sale that were not counted for long: a process may have died between a commit and its count. */
    private static final String COUNTED_LONG_AGO = """
            SELECT listing.event_id
              FROM event_listing AS listing
              JOIN event ON event.id = listing.event_id
             WHERE event.state = 'PUBLISHED'
               AND event.sales_until > clock_timestamp()
             ORDER BY listing.counted_at
             LIMIT ?
            """;

    private static final int SLICE = 2_000;
    private static final Set<String> LISTED = Set.of("PUBLISHED", "POSTPONED");

    private final Database database;
    /** What many events have in common is kept once: a hall, an organizer's name. */
    private final Map<Object, Object> shared = new ConcurrentHashMap<>();

    ListingStore(Database database) {
        this.database = database;
    }

    /**
     * Some of what changed since a look.
     *
     * @param changed numbers of the events that changed
     * @param listed  those of them that fans may find
     * @param words   of those that fans may find
     * @param rest    where there may be more
     */
    record Changes(BitSet changed, List<ListedEvent> listed, Map<Integer, Set<String>> words, Optional<Place> rest) {}

    /** Where a slice of the changes ends. */
    record Place(String changedIn, String eventId) {

        /** Before all changes of a transaction and those after it. */
        static Place before(String transaction) {
            return new Place(transaction, "");
        }
    }

    /** A word that was typed; {@code alike} is empty when some event has it or a word that begins with it. */
    record Term(String text, boolean known, boolean begun, Optional<String> alike) {}

    /** Whether something changed since a look, and from where to look the next time, now or after reading it. */
    record News(String next, boolean changed) {}

    News news(String since) {
        return database.first(NEWS, row -> new News(row.text("next"), row.flag("changed")), since).orElseThrow();
    }

    Changes changedBehind(Place place, FacetNames[] names) {
        var changed = new BitSet();
        var listed = new ArrayList<ListedEvent>();
        var words = new HashMap<Integer, Set<String>>();
        var places = database.list(CHANGED, row -> {
            var number = row.number("number");
            changed.set(number);
            if (LISTED.contains(row.text("state"))) {
                listed.add(listed(row, names));
                words.put(number, words(row.text("words")));
            }
            return new Place(row.text("changed_in"), row.text("event_id"));
        }, place.changedIn(), place.eventId(), SLICE);
        return new Changes(changed, listed, words,
                places.size() < SLICE ? Optional.empty() : Optional.of(places.getLast()));
    }

    private static Set<String> words(String sentence) {
        return sentence.isEmpty() ? Set.of() : Set.of(sentence.split(" "));
    }

    List<Term> terms(String query, int most) {
        return database.list(TERMS, row -> new Term(row.text("text"), row.flag("known"), row.flag("begun"),
                row.optionalText("alike")), query, most);
    }

    /** Counts the free seats of events; which were counted. */
    List<String> count(Collection<String> events) {
        return database.list(COUNT, row -> row.text("event_id"), events);
    }

    List<String> countedLongAgo(int most) {
        return database.list(COUNTED_LONG_AGO, row -> row.text("event_id"), most);
    }

    private ListedEvent listed(Row row, FacetNames[] names) throws SQLException {
        var title = row.text("title");
        var event = new ListedEvent(row.text("event_id"), row.number("number"),
                EventState.valueOf(row.text("state")), title, ListedEvent.titleKey(title),
                once(row.text("genre")), row.instant("starts_at"),
                once(new FoundEvent.Place(row.text("venue_id"), row.text("venue_name"), row.text("city"),
                        row.text("country"), row.text("timezone"))),
                once(row.text("organizer")), row.flag("gated"), once(row.text("currency")),
                row.longNumber("lowest"), row.longNumber("highest"),
                new SaleState.Window(row.instant("sales_from"), row.instant("sales_until")),
                row.longNumber("seats_free"), row.flag("accessible"), new int[names.length]);
        for (var facet : Facet.values()) {
            event.codes()[facet.ordinal()] = names[facet.ordinal()].number(facet.valueOf(event));
        }
        return event;
    }

    @SuppressWarnings("unchecked") // what equals it is of its type
    private <T> T once(T value) {
        var known = shared.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }
}
