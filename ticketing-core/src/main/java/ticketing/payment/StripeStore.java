package ticketing.payment;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** Which intent stands for which payment. */
@ApplicationScoped
class StripeStore {

    private static final String REMEMBER = """
            INSERT INTO stripe_payment (payment_id, intent_id, created_at)
            VALUES (?, ?, clock_timestamp())
                ON CONFLICT DO NOTHING
            """;

    private static final String FIND = """
            SELECT intent_id
              FROM stripe_payment
             WHERE payment_id = ?
            """;

    private final Database database;

    StripeStore(Database database) {
        this.database = database;
    }

    /** A statement of its own: it must stand before the intent is confirmed. */
    void remember(UUID paymentId, String intentId) {
        database.update(REMEMBER, paymentId, intentId);
    }

    Optional<String> intentOf(UUID paymentId) {
        return database.first(FIND, row -> row.text("intent_id"), paymentId);
    }
}
