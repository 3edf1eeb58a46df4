package ticketing.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;
import ticketing.event.EventState;
import ticketing.event.SaleState;

/** What the database knows of events to be found: which changed, which have some words, how many seats are left. */
@ApplicationScoped
class ListingStore {

    /** Asked before every search: in a table alone, because the whole question takes longer to plan than to answer. */
    private static final String NEWS = """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next,
                   EXISTS (SELECT FROM event_listing WHERE changed_in >= ?::text::xid8) AS changed
            """;

    /**
     * Listings written by transactions that were not over when somebody last looked, in slices; and from where to look
     * the next time. Judged by transactions rather than by a clock, it misses none however late a commit comes.
     */
    private static final String CHANGED = """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next, changed.*
              FROM (VALUES (1)) AS always
              LEFT JOIN (
                   SELECT listing.event_id, listing.number, listing.seats_free, event.title, event.genre,
                          event.starts_at, event.state, event.gated, event.currency, event.sales_from,
                          event.sales_until, organization.name AS organizer, venue.id AS venue_id,
                          venue.name AS venue_name, venue.city, venue.country, venue.timezone, price.lowest,
                          price.highest,
                          EXISTS (SELECT FROM plan_seat AS seat
                                   WHERE seat.plan_id = event.plan_id AND seat.accessible) AS accessible
                     FROM event_listing AS listing
                     JOIN event ON event.id = listing.event_id
                     JOIN venue ON venue.id = event.venue_id
                     JOIN organization ON organization.id = event.organization_id
                    CROSS JOIN LATERAL (SELECT coalesce(min(amount), 0)::bigint AS lowest,
                                               coalesce(max(amount), 0)::bigint AS highest
                                          FROM price_category
                                         WHERE price_category.event_id = event.id) AS price
                    WHERE listing.changed_in >= ?::text::xid8
                      AND listing.event_id > ?
                    ORDER BY listing.event_id
                    LIMIT ?) AS changed ON true
            """;

    /**
     * What is typed, word for word: whether an event has it, whether one has a word that begins with it, and, if not,
     * those that look most like it.
     */
    private static final String TERMS = """
            WITH term AS MATERIALIZED (
                SELECT left(word, 40) AS text, position
                  FROM regexp_split_to_table(lower(unaccent(?)), '[^[:alnum:]]+') WITH ORDINALITY
                       AS split (word, position)
                 WHERE word <> ''
                 LIMIT ?
            )
            SELECT text, known, begun, alike
              FROM term
             CROSS JOIN LATERAL (
                   SELECT EXISTS (SELECT FROM search_word WHERE word = text) AS known,
                          EXISTS (SELECT FROM search_word
                                   WHERE word >= text COLLATE "C"
                                     AND word < (text || chr(1114111)) COLLATE "C") AS begun) AS exact
              LEFT JOIN LATERAL (
                   SELECT string_agg(word, ' ') AS alike
                     FROM (SELECT word
                             FROM search_word
                            WHERE NOT begun
                              AND word % text
                            ORDER BY similarity(word, text) DESC, word
                            LIMIT 5) AS nearest) AS other ON true
             ORDER BY position
            """;

    private static final String WITH_WORDS = """
            SELECT number
              FROM event_listing
             WHERE words @@ ?::tsquery
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

    private static final int SLICE = 10_000;
    private static final Set<String> LISTED = Set.of("PUBLISHED", "POSTPONED");

    private final Database database;

    ListingStore(Database database) {
        this.database = database;
    }

    /**
     * What changed since a look.
     *
     * @param next    from where to look the next time
     * @param changed numbers of all events that changed
     * @param listed  those of them that fans may find
     */
    record Changes(String next, BitSet changed, List<ListedEvent> listed) {}

    /** A word that was typed; {@code alike} is empty when some event has it or a word that begins with it. */
    record Term(String text, boolean known, boolean begun, Optional<String> alike) {}

    /** Whether something changed since a look, and from where to look the next time if nothing did. */
    News news(String since) {
        return database.first(NEWS, row -> new News(row.text("next"), row.flag("changed")), since).orElseThrow();
    }

    record News(String next, boolean changed) {}

    Changes changedSince(String since, FacetNames[] names) {
        var changes = new Changes(null, new BitSet(), new ArrayList<>());
        var next = Optional.<String>empty();
        var last = "";
        List<String> slice;
        do {
            var lines = database.list(CHANGED, row -> line(row, changes, names), since, last, SLICE);
            next = next.or(() -> Optional.of(lines.getFirst().next()));
            slice = lines.stream().flatMap(line -> line.id().stream()).toList();
            last = slice.isEmpty() ? last : slice.getLast();
        } while (slice.size() == SLICE);
        return new Changes(next.orElseThrow(), changes.changed(), changes.listed());
    }

    private record Line(String next, Optional<String> id) {}

    private static Line line(Row row, Changes changes, FacetNames[] names) throws SQLException {
        var id = row.optionalText("event_id");
        if (id.isPresent()) {
            changes.changed().set(row.number("number"));
            if (LISTED.contains(row.text("state"))) {
                changes.listed().add(listed(row, names));
            }
        }
        return new Line(row.text("next"), id);
    }

    List<Term> terms(String query, int most) {
        return database.list(TERMS, row -> new Term(row.text("text"), row.flag("known"), row.flag("begun"),
                row.optionalText("alike")), query, most);
    }

    /** The numbers of events with these words. */
    BitSet withWords(String query) {
        var numbers = new BitSet();
        database.list(WITH_WORDS, row -> {
            numbers.set(row.number("number"));
            return true;
        }, query);
        return numbers;
    }

    /** Counts the free seats of events; which were counted. */
    List<String> count(Collection<String> events) {
        return database.list(COUNT, row -> row.text("event_id"), events);
    }

    List<String> countedLongAgo(int most) {
        return database.list(COUNTED_LONG_AGO, row -> row.text("event_id"), most);
    }

    private static ListedEvent listed(Row row, FacetNames[] names) throws SQLException {
        var title = row.text("title");
        var event = new ListedEvent(row.text("event_id"), row.number("number"),
                EventState.valueOf(row.text("state")), title, ListedEvent.titleKey(title),
                row.text("genre"), row.instant("starts_at"),
                new FoundEvent.Place(row.text("venue_id"), row.text("venue_name"), row.text("city"),
                        row.text("country"), row.text("timezone")),
                row.text("organizer"), row.flag("gated"), row.text("currency"), row.longNumber("lowest"),
                row.longNumber("highest"),
                new SaleState.Window(row.instant("sales_from"), row.instant("sales_until")),
                row.longNumber("seats_free"), row.flag("accessible"), new int[names.length]);
        for (var facet : Facet.values()) {
            event.codes()[facet.ordinal()] = names[facet.ordinal()].number(facet.valueOf(event));
        }
        return event;
    }
}
