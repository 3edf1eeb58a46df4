package ticketing.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** What is paid for orders, and what there is left to ask or to give back. */
@ApplicationScoped
class PaymentStore {

    private static final String START = """
            INSERT INTO payment (id, order_code, provider, state, amount, currency, created_at, changed_at,
                                 seats_wait_until, ask_at)
            VALUES (?, ?, ?, 'STARTED', ?, ?, ?, clock_timestamp(), ?,
                    least(clock_timestamp() + make_interval(secs => ?),
                          greatest(clock_timestamp() + interval '3 seconds', ?::timestamptz - interval '5 seconds')))
            """;

    private static final String CHANGE = """
            UPDATE payment
               SET state = ?, changed_at = clock_timestamp(), ask_at = NULL, asked = 0
             WHERE id = ?
            """;

    private static final String REFUND_DUE = """
            UPDATE payment
               SET state = 'REFUND_DUE', changed_at = clock_timestamp(), ask_at = clock_timestamp(), asked = 0,
                   refund_amount = refund_amount + ?
             WHERE id = ?
            """;

    private static final String LOCK = """
            SELECT id
              FROM payment
             WHERE id = ?
               FOR UPDATE
            """;

    /** The payment is locked before, so that a refund that became due meanwhile is seen here. */
    private static final String CLOSE_REFUNDED = """
            UPDATE payment
               SET state = CASE WHEN refund_amount = amount THEN 'REFUNDED' ELSE 'PAID' END,
                   changed_at = clock_timestamp(), ask_at = NULL, asked = 0
             WHERE id = ?
               AND state = 'REFUND_DUE'
               AND NOT EXISTS (SELECT FROM refund WHERE payment_id = payment.id AND state = 'DUE')
            """;

    /**
     * What is taken here is due again later, in case the provider does not answer or whoever took it dies. While the
     * seats wait it is asked steadily, and once more just before they no longer do; afterwards, and about refunds, ever
     * more rarely, up to an hour.
     */
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
               SET ask_at = CASE WHEN payment.state = 'STARTED' AND clock_timestamp() < seats_wait_until
                                 THEN least(clock_timestamp() + make_interval(secs => ?),
                                            greatest(clock_timestamp() + interval '1 second',
                                                     seats_wait_until - interval '3 seconds'))
                                 ELSE clock_timestamp()
                                      + make_interval(secs => least(3600, ? * power(2, least(asked, 9)))) END,
                   asked = CASE WHEN payment.state = 'STARTED' AND clock_timestamp() < seats_wait_until
                                THEN 0 ELSE asked + 1 END
              FROM due
             WHERE payment.id = due.id
            RETURNING payment.id, payment.provider, payment.state,
                      coalesce(seats_wait_until <= clock_timestamp(), true) AS late
            """;

    private static final String STATE = """
            SELECT state, refund_amount
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

    void start(TicketOrder.Facts order, Instant seatsWaitUntil, Duration firstQuestionAfter) {
        database.update(START, order.paymentId(), order.code(), order.paymentMethod(), order.amount(),
                order.currency(), order.createdAt(), seatsWaitUntil, (double) firstQuestionAfter.toSeconds(),
                seatsWaitUntil);
    }

    void change(UUID paymentId, PaymentState state) {
        database.update(CHANGE, state, paymentId);
    }

    /** So much of it is to go back, from now on. */
    void refundDue(UUID paymentId, int amount) {
        database.update(REFUND_DUE, amount, paymentId);
    }

    void lock(UUID paymentId) {
        database.list(LOCK, row -> row.uuid("id"), paymentId);
    }

    void closeRefunded(UUID paymentId) {
        database.update(CLOSE_REFUNDED, paymentId);
    }

    PaymentStanding standing(UUID paymentId) {
        return database.first(STATE, row -> new PaymentStanding(row.text("state"), row.number("refund_amount")),
                paymentId).orElseThrow();
    }

    List<DuePayment> takeDue(int most, Duration askAgainAfter) {
        return database.list(TAKE_DUE, row -> new DuePayment(row.uuid("id"), row.text("provider"),
                row.text("state").equals("REFUND_DUE"), row.flag("late")), most, (double) askAgainAfter.toSeconds(),
                (double) askAgainAfter.toSeconds());
    }

    /** Whether the notice is new. */
    boolean rememberNotice(String provider, String noticeId, UUID paymentId) {
        return database.update(REMEMBER_NOTICE, provider, noticeId, paymentId) == 1;
    }

    /** What a provider's word makes of a payment. */
    enum PaymentState {
        PAID, DECLINED
    }

    /**
     * A payment to ask about, or to give back.
     *
     * @param late whether its seats no longer wait
     */
    record DuePayment(UUID id, String provider, boolean refund, boolean late) {}
}
