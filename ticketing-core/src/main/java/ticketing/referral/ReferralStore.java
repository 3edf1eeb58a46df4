package ticketing.referral;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.referral.ViewCounts.Views;

/** The sums of views by event, day and source. */
@ApplicationScoped
class ReferralStore {

    /** However many sources somebody makes up, an event gets so many rows a day; the others count together. */
    static final int MOST_SOURCES_A_DAY = 50;

    /**
     * In the order of the key, so that two instances that write at once wait for each other rather than for ever. The
     * limit is looked at before, not locked: two instances may pass it by what they bring in the same moment.
     */
    private static final String ADD = """
            WITH told AS (
                SELECT counted.*,
                       counted.source = '' OR known.views IS NOT NULL
                       OR (SELECT count(*)
                             FROM event_referrer AS kept
                            WHERE kept.event_id = counted.event_id
                              AND kept.day = counted.day)
                          + row_number() OVER (PARTITION BY counted.event_id, counted.day
                                                   ORDER BY known.views IS NOT NULL, counted.views DESC) <= ? AS fits
                  FROM unnest(?::text[], ?::text[]::date[], ?::text[], ?::text[], ?::text[]::bigint[])
                       AS counted (event_id, day, kind, source, views)
                  JOIN event ON event.id = counted.event_id
                  LEFT JOIN event_referrer AS known
                         ON (known.event_id, known.day, known.kind, known.source)
                          = (counted.event_id, counted.day, counted.kind, counted.source)
            ), bounded AS (
                SELECT event_id, day, views, CASE WHEN fits THEN kind ELSE 'OTHER' END AS kind,
                       CASE WHEN fits THEN source ELSE '' END AS source
                  FROM told
            )
            INSERT INTO event_referrer (event_id, day, kind, source, views)
            SELECT event_id, day, kind, source, sum(views)
              FROM bounded
             GROUP BY event_id, day, kind, source
             ORDER BY event_id, day, kind, source
                ON CONFLICT ON CONSTRAINT event_referrer_pk DO UPDATE
               SET views = event_referrer.views + excluded.views
            """;

    private static final String TOP = """
            SELECT kind, source, sum(views) AS views
              FROM event_referrer
             WHERE event_id = ?
               AND day >= ?::text::date
             GROUP BY kind, source
            """;

    private static final String DAYS = """
            SELECT day::text AS day, sum(views) AS views
              FROM event_referrer
             WHERE event_id = ?
               AND day >= ?::text::date
             GROUP BY event_referrer.day
             ORDER BY event_referrer.day
            """;

    private final Database database;

    ReferralStore(Database database) {
        this.database = database;
    }

    void add(List<Views> views) {
        database.update(ADD, MOST_SOURCES_A_DAY, texts(views, Views::eventId),
                texts(views, told -> told.day().toString()), texts(views, told -> told.source().kind().name()),
                texts(views, told -> told.source().name()), texts(views, told -> Long.toString(told.views())));
    }

    /** The most views first. */
    List<SourceViews> sources(String eventId, LocalDate since) {
        return database.list(TOP, row -> new SourceViews(new Source(Source.Kind.valueOf(row.text("kind")),
                row.text("source")), row.longNumber("views")), eventId, since.toString()).stream()
                .sorted(Comparator.comparingLong(SourceViews::views).reversed()
                        .thenComparing(told -> told.source().name()))
                .toList();
    }

    List<DayViews> days(String eventId, LocalDate since) {
        return database.list(DAYS, row -> new DayViews(LocalDate.parse(row.text("day")), row.longNumber("views")),
                eventId, since.toString());
    }

    private static List<String> texts(List<Views> views, Function<Views, String> field) {
        return views.stream().map(field).toList();
    }

    record SourceViews(Source source, long views) {}

    record DayViews(LocalDate day, long views) {}
}
