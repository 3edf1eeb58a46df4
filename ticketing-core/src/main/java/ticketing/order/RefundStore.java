package ticketing.order;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.payment.PaymentProvider.Refund;

/** Money that goes back. */
@ApplicationScoped
class RefundStore {

    private static final String ADD = """
            INSERT INTO refund (id, payment_id, order_code, amount, reason, state, created_at)
            SELECT gen_random_uuid(), id, order_code, ?, ?, 'DUE', clock_timestamp()
              FROM payment
             WHERE id = ?
            """;

    private static final String TAKE_DUE = """
            UPDATE refund
               SET attempts = attempts + 1
             WHERE payment_id = ?
               AND state = 'DUE'
            RETURNING id, amount
            """;

    private static final String DONE = """
            UPDATE refund
               SET state = 'DONE', done_at = clock_timestamp()
             WHERE id = ?
               AND state = 'DUE'
            """;

    private final Database database;

    RefundStore(Database database) {
        this.database = database;
    }

    void add(UUID paymentId, int amount, VoidReason reason) {
        database.update(ADD, amount, reason, paymentId);
    }

    /** What is still to go back of a payment; counted as one more attempt each. */
    List<Refund> takeDue(UUID paymentId) {
        return database.list(TAKE_DUE, row -> new Refund(row.uuid("id"), paymentId, row.number("amount")), paymentId);
    }

    void done(UUID refundId) {
        database.update(DONE, refundId);
    }
}
