package ticketing.admission;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** What is burnt: admission tokens by their jti, key proofs by their digest. And which events want an admission. */
@ApplicationScoped
class AdmissionStore {

    /** The unique key decides a race: one INSERT wins, the other waits for it and then does nothing (W6). */
    private static final String BURN = """
            INSERT INTO burnt_admission (jti, burnt_at)
            VALUES (?, clock_timestamp())
                ON CONFLICT DO NOTHING
            """;

    private static final String BURN_PROOF = """
            INSERT INTO burnt_proof (digest, burnt_at)
            VALUES (?, clock_timestamp())
                ON CONFLICT DO NOTHING
            """;

    private static final String NOW = """
            SELECT clock_timestamp() AS now
            """;

    private static final String EVENT = """
            SELECT gated, max_seats_per_buyer, clock_timestamp() AS now
              FROM event
             WHERE id = ?
               AND state <> 'DRAFT'
            """;

    private final Database database;

    AdmissionStore(Database database) {
        this.database = database;
    }

    boolean burn(String jti) {
        return database.update(BURN, jti) == 1;
    }

    boolean burnProof(byte[] digest) {
        return database.update(BURN_PROOF, (Object) digest) == 1;
    }

    Instant now() {
        return database.first(NOW, row -> row.instant("now")).orElseThrow();
    }

    Optional<EventDoor> event(String eventId) {
        return database.first(EVENT, row -> new EventDoor(row.flag("gated"), row.number("max_seats_per_buyer"),
                row.instant("now")), eventId);
    }

    /** What one must know of an event to let somebody in. */
    record EventDoor(boolean gated, int seatsPerBuyer, Instant now) {}
}
