package ticketing.eventrefund;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** Which orders of cancelled events are still to be taken back. */
@ApplicationScoped
class EventRefundStore {

    private static final String START = """
            INSERT INTO event_refund (event_id, staff_id, started_at, collect_at)
            VALUES (?, ?, clock_timestamp(), clock_timestamp() + make_interval(secs => ?))
                ON CONFLICT DO NOTHING
            """;

    private static final String COLLECT = """
            INSERT INTO event_refund_task (order_code, event_id, due_at)
            SELECT code, event_id, clock_timestamp()
              FROM ticket_order
             WHERE event_id = ?
               AND state = 'PAID'
                ON CONFLICT DO NOTHING
            """;

    private static final String TAKE_UNCOLLECTED = """
            WITH due AS MATERIALIZED (
                SELECT event_id
                  FROM event_refund
                 WHERE collect_at <= clock_timestamp()
                   FOR UPDATE SKIP LOCKED
            )
            UPDATE event_refund
               SET collect_at = NULL
              FROM due
             WHERE event_refund.event_id = due.event_id
            RETURNING event_refund.event_id
            """;

    /** What is taken here is due again later, twice as late after every attempt up to an hour, until it is done. */
    private static final String TAKE_DUE = """
            WITH due AS MATERIALIZED (
                SELECT order_code
                  FROM event_refund_task
                 WHERE due_at <= clock_timestamp()
                 ORDER BY due_at
                 LIMIT ?
                   FOR UPDATE SKIP LOCKED
            )
            UPDATE event_refund_task AS task
               SET attempts = attempts + 1,
                   due_at = clock_timestamp() + make_interval(secs => least(3600, ? * power(2, least(attempts, 12))))
              FROM due
             WHERE task.order_code = due.order_code
            RETURNING task.order_code
            """;

    private static final String DONE = """
            UPDATE event_refund_task
               SET due_at = NULL
             WHERE order_code = ?
            """;

    private static final String PROGRESS = """
            SELECT run.started_at, event.currency, tasks.*, money.*
              FROM event_refund AS run
              JOIN event ON event.id = run.event_id
             CROSS JOIN LATERAL (
                    SELECT count(*) AS orders, count(*) FILTER (WHERE due_at IS NULL) AS taken_back,
                           count(*) FILTER (WHERE due_at IS NOT NULL AND attempts > 1) AS troubled
                      FROM event_refund_task
                     WHERE event_id = run.event_id) AS tasks
             CROSS JOIN LATERAL (
                    SELECT coalesce(sum(refund.amount) FILTER (WHERE refund.state = 'DUE'), 0) AS amount_due,
                           coalesce(sum(refund.amount) FILTER (WHERE refund.state = 'DONE'), 0) AS amount_returned,
                           count(*) FILTER (WHERE refund.state = 'DUE') AS refunds_due,
                           count(*) FILTER (WHERE refund.state = 'DUE' AND refund.attempts > 1) AS refunds_troubled
                      FROM event_refund_task AS task
                      JOIN refund ON refund.order_code = task.order_code AND refund.reason = 'EVENT_CANCELLED'
                     WHERE task.event_id = run.event_id) AS money
             WHERE run.event_id = ?
            """;

    private final Database database;

    EventRefundStore(Database database) {
        this.database = database;
    }

    /** False when it was started before. */
    boolean start(String eventId, UUID staff, Duration collectAgainAfter) {
        return database.update(START, eventId, staff, (double) collectAgainAfter.toSeconds()) == 1;
    }

    /** Every paid order that is not among the tasks becomes one. */
    void collect(String eventId) {
        database.update(COLLECT, eventId);
    }

    List<String> takeUncollected() {
        return database.list(TAKE_UNCOLLECTED, row -> row.text("event_id"));
    }

    List<String> takeDue(int most, Duration firstRetry) {
        return database.list(TAKE_DUE, row -> row.text("order_code"), most, (double) firstRetry.toSeconds());
    }

    void done(String orderCode) {
        database.update(DONE, orderCode);
    }

    Optional<RefundProgress> progress(String eventId) {
        return database.first(PROGRESS, EventRefundStore::read, eventId);
    }

    private static RefundProgress read(Row row) throws SQLException {
        return new RefundProgress(row.instant("started_at"), row.text("currency"), row.longNumber("orders"),
                row.longNumber("taken_back"), row.longNumber("troubled"), row.longNumber("refunds_due"),
                row.longNumber("refunds_troubled"), row.longNumber("amount_due"), row.longNumber("amount_returned"));
    }
}
