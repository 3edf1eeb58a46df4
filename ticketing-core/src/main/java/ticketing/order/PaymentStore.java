package ticketing.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** What is paid for orders, and what there is left to ask or to give back. */
@ApplicationScoped
class PaymentStore {

    private static final String START = """
            INSERT INTO payment (id, order_code, provider, state, amount, currency, created_at, changed_at, ask_at)
            VALUES (?, ?, ?, 'STARTED', ?, ?, ?, clock_timestamp(), clock_timestamp() + make_interval(secs => ?))
            """;

    private static final String CHANGE = """
            UPDATE payment
               SET state = ?, changed_at = clock_timestamp(),
                   ask_at = CASE WHEN ? IN ('STARTED', 'REFUND_DUE') THEN clock_timestamp() END
             WHERE id = ?
            """;

    /** What is taken here is due again later, in case the provider does not answer or whoever took it dies. */
    private static final String TAKE_DUE = """
            WITH due AS MATERIALIZED (
                SELECT id
                  FROM payment
                 WHERE ask_at <= clock_timestamp()
                 ORDER BY ask_at
                 LIMIT ?
                   FOR UPDATE SKIP LOCKED
            )
            UPDATE payment
               SET ask_at = clock_timestamp() + make_interval(secs => ?)
              FROM due
             WHERE payment.id = due.id
            RETURNING payment.id, payment.provider, payment.state
            """;

    private static final String STATE = """
            SELECT state
              FROM payment
             WHERE id = ?
            """;

    private static final String REMEMBER_NOTICE = """
            INSERT INTO payment_notice (provider, notice_id, payment_id, received_at)
            VALUES (?, ?, ?, clock_timestamp())
                ON CONFLICT DO NOTHING
            """;

    private final Database database;

    PaymentStore(Database database) {
        this.database = database;
    }

    void start(TicketOrder.Facts order, Duration firstQuestionAfter) {
        database.update(START, order.paymentId(), order.code(), order.paymentMethod(), order.amount(),
                order.currency(), order.createdAt(), (double) firstQuestionAfter.toSeconds());
    }

    void change(UUID paymentId, PaymentState state) {
        database.update(CHANGE, state, state, paymentId);
    }

    PaymentState state(UUID paymentId) {
        return database.first(STATE, row -> PaymentState.valueOf(row.text("state")), paymentId).orElseThrow();
    }

    List<DuePayment> takeDue(int most, Duration askAgainAfter) {
        return database.list(TAKE_DUE, row -> new DuePayment(row.uuid("id"), row.text("provider"),
                row.text("state").equals("REFUND_DUE")), most, (double) askAgainAfter.toSeconds());
    }

    /** Whether the notice is new. */
    boolean rememberNotice(String provider, String noticeId, UUID paymentId) {
        return database.update(REMEMBER_NOTICE, provider, noticeId, paymentId) == 1;
    }

    /** How a payment stands with us. */
    enum PaymentState {
        STARTED, PAID, DECLINED, REFUND_DUE, REFUNDED
    }

    /** A payment to ask about, or to give back. */
    record DuePayment(UUID id, String provider, boolean refund) {}
}
