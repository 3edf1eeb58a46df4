package rehearsal.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Fills the core's books by SQL, where HTTP would take hours, and counts in them what a benchmark claims. */
final class BoxOffice implements AutoCloseable {

    /** Seats in a row of the plans made here. */
    private static final int ROW = 20;

    /** The id of the session of a number, and the digest of its value, as SQL. */
    static final String ID_OF_SESSION = "md5('bench-' || %s)::uuid";
    static final String DIGEST_OF_SESSION = "sha256(('bench-' || %s)::bytea)";

    private final Connection connection;

    private BoxOffice(Connection connection) {
        this.connection = connection;
    }

    static BoxOffice open(String url, String user, String password) throws IOException {
        try {
            return new BoxOffice(DriverManager.getConnection(url, user, password));
        } catch (SQLException e) {
            throw new IOException("the database is not reached", e);
        }
    }

    /** The value of a session, by its number. */
    static String session(long number) {
        return "bench-" + number;
    }

    /** An event that is on sale, with seats S-1, S-2 ... in rows of twenty, at 49.50 EUR. */
    void event(String id, int seats) throws IOException {
        update("INSERT INTO organization (id, name, created_at) VALUES ('bench', 'Benchmarks', now())"
                + " ON CONFLICT DO NOTHING");
        update("INSERT INTO venue (id, organization_id, name, address, city, country, timezone, created_at)"
                + " VALUES ('bench', 'bench', 'Hall', 'Street 1', 'Berlin', 'DE', 'Europe/Berlin', now())"
                + " ON CONFLICT DO NOTHING");
        update("""
                INSERT INTO seating_plan (id, organization_id, venue_id, name, source, geometry, seats, areas,
                                          created_at)
                VALUES ('%1$s', 'bench', 'bench', 'Plan', '{}', '{}', %2$d, 0, now())
                """.formatted(id, seats));
        update("""
                INSERT INTO plan_category (plan_id, id, name, color, position, seats)
                VALUES ('%s', 'standard', 'Standard', '#aa3300', 0, %d)
                """.formatted(id, seats));
        update("""
                INSERT INTO plan_seat (plan_id, seat_id, position, label, zone, row_label, number, category, accessible)
                SELECT '%1$s', 'S-' || n, n - 1, 'Stalls, row ' || ((n - 1) / %3$d + 1) || ', seat ' || n, 'Stalls',
                       ((n - 1) / %3$d + 1)::text, n::text, 'Standard', false
                  FROM generate_series(1, %2$d) AS n
                """.formatted(id, seats, ROW));
        update("""
                INSERT INTO event (id, organization_id, venue_id, plan_id, title, genre, starts_at, gated, currency,
                                   sales_from, sales_until, hold_seconds, max_seats_per_order, max_seats_per_buyer,
                                   state, created_at)
                VALUES ('%1$s', 'bench', 'bench', '%1$s', 'A concert', 'rock', now() + interval '30 days', false,
                        'EUR', now() - interval '1 day', now() + interval '20 days', 3600, 6, 1000, 'PUBLISHED', now())
                """.formatted(id));
        update("""
                INSERT INTO price_category (event_id, id, name, color, amount, position)
                VALUES ('%s', 'standard', 'Standard', '#aa3300', 4950, 0)
                """.formatted(id));
        seats(id, seats, "FREE");
    }

    private void seats(String event, int seats, String state) throws IOException {
        update("""
                INSERT INTO seat_state (event_id, seat_id, position, category_id, state, changed_at)
                SELECT '%1$s', 'S-' || n, n - 1, 'standard', '%3$s', clock_timestamp()
                  FROM generate_series(1, %2$d) AS n
                """.formatted(event, seats, state));
    }

    /** What sales before this one left: so many more sold seats, in events of five thousand. */
    void sold(String name, int seats) throws IOException {
        for (var made = 0; made < seats; made += 5_000) {
            var event = name + "-" + made;
            event(event, Math.min(5_000, seats - made));
            update("UPDATE seat_state SET state = 'SOLD' WHERE event_id = '%s'".formatted(event));
            update("UPDATE event SET starts_at = now() - interval '10 days', sales_until = now() - interval '11 days',"
                    + " sales_from = now() - interval '90 days' WHERE id = '%s'".formatted(event));
        }
        update("VACUUM ANALYZE");
    }

    /** Fans in the shop of an event, without keys: sessions number first, first + 1 ... */
    void sessions(String event, long first, int many) throws IOException {
        update("""
                INSERT INTO shopping_session (id, token_digest, event_id, orders_left, seats_left, opened_at,
                                              expires_at)
                SELECT %s, %s, '%s', 5, 100, clock_timestamp(), clock_timestamp() + interval '6 hours'
                  FROM generate_series(%d, %d) AS n
                """.formatted(ID_OF_SESSION.formatted("n"), DIGEST_OF_SESSION.formatted("n"), event, first,
                first + many - 1));
    }

    /** Every seat of the event is free again, and the tables are as tidy as before. */
    void reset(String event) throws IOException {
        update("UPDATE hold SET state = 'EXPIRED', ended_at = clock_timestamp() WHERE ended_at IS NULL");
        update("""
                UPDATE seat_state
                   SET state = 'FREE', hold_id = NULL, held_until = NULL, changed_at = clock_timestamp()
                 WHERE event_id = '%s'
                   AND state <> 'FREE'
                """.formatted(event));
        update("VACUUM ANALYZE seat_state, hold, hold_seat, shopping_session");
    }

    long count(String what) throws IOException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + what)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IOException("not counted: " + what, e);
        }
    }

    String text(String expression) throws IOException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT " + expression)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IOException("not read: " + expression, e);
        }
    }

    void update(String sql) throws IOException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException("refused: " + sql, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("the database is not left", e);
        }
    }
}
