package ticketing.testing;

import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.nimbusds.jose.jwk.ECKey;
import contract.admission.AdmissionToken;
import contract.admission.AdmissionTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ticketing.admission.Shopper;
import ticketing.database.Database;
import ticketing.database.OwnerDatabase;
import ticketing.secret.Digest;

/** Puts events on sale in the database, lets shoppers in, and looks at what became of the seats. */
@ApplicationScoped
public class TestSale {

    private final Database database;
    private final ECKey signingKey;

    /** Works as the tables' owner: what is put on sale here is nobody's request, and no rule stands in its way. */
    TestSale(OwnerDatabase database, @ConfigProperty(name = "test.signing-key") String signingKey)
            throws ParseException {
        this.database = database.get();
        this.signingKey = ECKey.parse(signingKey);
    }

    /** An event on sale with so many seats S-1, S-2 ... in rows of ten, at 49.50 EUR; ids are fresh. */
    public String event(int seats, boolean gated) {
        var id = "e" + UUID.randomUUID().toString().substring(0, 12);
        database.update("INSERT INTO organization VALUES (?, 'Test', clock_timestamp())", id);
        database.update("INSERT INTO venue VALUES (?, ?, 'Hall', 'Street 1', 'Berlin', 'DE', 'Europe/Berlin',"
                + " clock_timestamp())", id, id);
        database.update("INSERT INTO seating_plan VALUES (?, ?, ?, 'Plan', '{}', '{}', ?, 0, clock_timestamp())",
                id, id, id, seats);
        database.update("""
                INSERT INTO plan_seat (plan_id, seat_id, position, label, zone, row_label, number, category, accessible)
                SELECT ?, 'S-' || n, n - 1, 'Row ' || ((n - 1) / 10 + 1) || ', seat ' || n, 'Stalls',
                       ((n - 1) / 10 + 1)::text, n::text, 'Standard', false
                  FROM generate_series(1, ?) AS n
                """, id, seats);
        database.update("INSERT INTO plan_category (plan_id, id, name, color, position, seats)"
                + " VALUES (?, 'standard', 'Standard', '#aa3300', 0, ?)", id, seats);
        database.update("""
                INSERT INTO event (id, organization_id, venue_id, plan_id, title, genre, starts_at, gated, currency,
                                   sales_from, sales_until, hold_seconds, max_seats_per_order, max_seats_per_buyer,
                                   state, created_at)
                VALUES (?, ?, ?, ?, 'Test concert', 'rock', clock_timestamp() + interval '30 days', ?, 'EUR',
                        clock_timestamp() - interval '1 day', clock_timestamp() + interval '20 days', 600, 6, 1000,
                        'PUBLISHED', clock_timestamp())
                """, id, id, id, id, gated);
        database.update("INSERT INTO price_category (event_id, id, name, color, amount, position)"
                + " VALUES (?, 'standard', 'Standard', '#aa3300', 4950, 0)", id);
        database.update("""
                INSERT INTO seat_state (event_id, seat_id, position, category_id, state, changed_at)
                SELECT ?, 'S-' || n, n - 1, 'standard', 'FREE', clock_timestamp()
                  FROM generate_series(1, ?) AS n
                """, id, seats);
        return id;
    }

    /** An area of an event without seats, called "Floor", in which so many may stand. */
    public String standing(int capacity) {
        var id = event(0, false);
        database.update("INSERT INTO plan_area VALUES (?, 'floor', 'Floor', 'Standard', ?)", id, capacity);
        database.update("""
                INSERT INTO plan_seat (plan_id, seat_id, position, label, zone, row_label, number, category, accessible,
                                       area_id)
                SELECT ?, 'floor/' || n, n - 1, 'Floor, standing, no. ' || n, 'Floor', '', n::text, 'Standard', false,
                       'floor'
                  FROM generate_series(1, ?) AS n
                """, id, capacity);
        database.update("""
                INSERT INTO seat_state (event_id, seat_id, position, category_id, state, area_id, changed_at)
                SELECT ?, 'floor/' || n, n - 1, 'standard', 'FREE', 'floor', clock_timestamp()
                  FROM generate_series(1, ?) AS n
                """, id, capacity);
        return id;
    }

    /** Changes one column of the event. */
    public void set(String event, String column, Object value) {
        database.update("UPDATE event SET " + column + " = ? WHERE id = ?", value, event);
    }

    /** Somebody in the shop of the event, without a key. */
    public Shopper shopper(String event) {
        return shopper(event, 100, 1000);
    }

    public Shopper shopper(String event, int orders, int seats) {
        var secret = UUID.randomUUID().toString();
        database.update("""
                INSERT INTO shopping_session (id, token_digest, event_id, orders_left, seats_left, opened_at,
                                              expires_at)
                VALUES (?, ?, ?, ?, ?, clock_timestamp(), clock_timestamp() + interval '1 hour')
                """, UUID.randomUUID(), Digest.of(secret), event, orders, seats);
        return new Shopper(Optional.of(Digest.of(secret)), new Shopper.Proof.Absent());
    }

    /** A token as the waiting room signs it. */
    public String token(String event, Optional<String> keyThumbprint, Instant expiresAt) {
        return AdmissionTokens.sign(admission(event, keyThumbprint, expiresAt), signingKey);
    }

    public AdmissionToken admission(String event, Optional<String> keyThumbprint, Instant expiresAt) {
        var issuedAt = Instant.now().minusSeconds(200);
        return new AdmissionToken("visitor", UUID.randomUUID().toString(), issuedAt, expiresAt,
                Instant.now().plusSeconds(600), "release-" + event, event, 1, 1, 6, keyThumbprint);
    }

    public ECKey signingKey() {
        return signingKey;
    }

    /** Ids of the seats in that state, in seat order. */
    public List<String> seats(String event, String state) {
        return database.list("SELECT seat_id FROM seat_state WHERE event_id = ? AND state = ? ORDER BY position",
                row -> row.text("seat_id"), event, state);
    }

    /** Seats of the event with a valid ticket; a seat twice would stand here twice. */
    public List<String> ticketed(String event) {
        return database.list("SELECT seat_id FROM ticket WHERE event_id = ? AND state = 'VALID'",
                row -> row.text("seat_id"), event);
    }

    public String text(String sql, Object... parameters) {
        return database.first(sql, row -> row.text("state"), parameters).orElseThrow();
    }

    public int count(String sql, Object... parameters) {
        return database.first("SELECT count(*) AS n FROM " + sql, row -> row.number("n"), parameters).orElseThrow();
    }

    /** Lets the deadline of all holds of an event pass, as time would. */
    public void expireHolds(String event) {
        database.update("""
                UPDATE hold
                   SET expires_at = clock_timestamp() - interval '1 millisecond'
                 WHERE event_id = ?
                   AND ended_at IS NULL
                """, event);
        database.update("""
                UPDATE seat_state
                   SET held_until = clock_timestamp() - interval '1 millisecond'
                 WHERE event_id = ?
                   AND state = 'HELD'
                """, event);
    }

    public void update(String sql, Object... parameters) {
        database.update(sql, parameters);
    }

    public static List<String> seatNames(int from, int to) {
        return new ArrayList<>(IntStream.rangeClosed(from, to).mapToObj(seat -> "S-" + seat).toList());
    }
}
