package ticketing.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.payment.PaymentProvider.PaymentStatus;

/** The demo provider's books. */
@ApplicationScoped
class DemoStore {

    /** Nobody waits for the disk: the order that it settles comes later in the same log, and takes this along. */
    private static final String CHARGE = """
            INSERT INTO demo_payment (payment_id, state, amount, currency, charged_at)
            SELECT ?, ?, ?, ?, clock_timestamp()
              FROM (SELECT set_config('synchronous_commit', 'off', true) AS mode) AS later
             WHERE later.mode = 'off'
                ON CONFLICT DO NOTHING
            """;

    private static final String FIND = """
            SELECT state
              FROM demo_payment
             WHERE payment_id = ?
            """;

    private static final String PLAN_NOTICE = """
            INSERT INTO demo_notice (id, payment_id, due_at)
            VALUES (?, ?, greatest(?, clock_timestamp()) + make_interval(secs => ?))
            """;

    /** A notice taken for delivery is due again later, in case whoever took it dies. */
    private static final String TAKE_DUE = """
            WITH due AS MATERIALIZED (
                SELECT id
                  FROM demo_notice
                 WHERE due_at <= clock_timestamp()
                 ORDER BY due_at
                 LIMIT ?
                   FOR UPDATE SKIP LOCKED
            )
            UPDATE demo_notice
               SET due_at = clock_timestamp() + make_interval(secs => ?)
              FROM due
             WHERE demo_notice.id = due.id
            RETURNING demo_notice.id, demo_notice.payment_id
            """;

    private static final String PAY = """
            UPDATE demo_payment
               SET state = 'PAID'
             WHERE payment_id = ?
               AND state = 'PENDING'
            """;

    private static final String ADD_REFUND = """
            INSERT INTO demo_refund (refund_id, payment_id, amount)
            SELECT ?, payment_id, ?
              FROM demo_payment
             WHERE payment_id = ?
                ON CONFLICT DO NOTHING
            """;

    private static final String CLOSE_REFUNDED = """
            UPDATE demo_payment
               SET state = 'REFUNDED'
             WHERE payment_id = ?
               AND state = 'PAID'
               AND amount <= (SELECT sum(amount) FROM demo_refund WHERE payment_id = ?)
            """;

    private static final String FORGET_NOTICE = """
            DELETE FROM demo_notice
             WHERE id = ?
            """;

    private final Database database;

    DemoStore(Database database) {
        this.database = database;
    }

    /** Whether the charge is new. */
    boolean charge(PaymentProvider.Charge charge, PaymentStatus status) {
        return database.update(CHARGE, charge.paymentId(), status, charge.amount(), charge.currency()) == 1;
    }

    Optional<PaymentStatus> find(UUID paymentId) {
        return database.first(FIND, row -> PaymentStatus.valueOf(row.text("state")), paymentId);
    }

    /** @param after not before this moment, and not before now */
    void planNotice(String id, UUID paymentId, Instant after, Duration delay) {
        database.update(PLAN_NOTICE, id, paymentId, after, (double) delay.toMillis() / 1000);
    }

    List<DueNotice> takeDue(int most, Duration retryAfter) {
        return database.list(TAKE_DUE, row -> new DueNotice(row.text("id"), row.uuid("payment_id")), most,
                (double) retryAfter.toSeconds());
    }

    void pay(UUID paymentId) {
        database.update(PAY, paymentId);
    }

    /** Once, however often it is asked for; nothing of a payment that never arrived. */
    void refund(PaymentProvider.Refund refund) {
        database.update(ADD_REFUND, refund.id(), refund.amount(), refund.paymentId());
        database.update(CLOSE_REFUNDED, refund.paymentId(), refund.paymentId());
    }

    void forgetNotice(String id) {
        database.update(FORGET_NOTICE, id);
    }

    /** A notice to be delivered now. */
    record DueNotice(String id, UUID paymentId) {}
}
