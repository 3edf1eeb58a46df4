package ticketing.auditor;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;
import ticketing.money.Money;

/** Reads the books as an outsider would: by their rows alone, without the code that wrote them. */
@ApplicationScoped
class AuditorStore {

    /** Must come before the first query: all that follow see the same moment, and nothing can be changed by mistake. */
    private static final String FREEZE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /**
     * Leads every query: the events that were touched since the moment, which is its first parameter, and what their
     * orders come to. Of tickets that were taken back the organizer may keep the fees; a ticket that another holder's took
     * the place of counts once.
     */
    private static final String TOUCHED = """
            WITH since AS MATERIALIZED (
                SELECT ?::timestamptz AS at
            ), touched AS MATERIALIZED (
                SELECT DISTINCT event_id
                  FROM (SELECT event_id
                          FROM ticket_order, since
                         WHERE created_at >= since.at
                            OR settled_at >= since.at
                        UNION ALL
                        SELECT event_id
                          FROM hold, since
                         WHERE placed_at >= since.at) AS news
            ), account AS (
                SELECT o.event_id, o.code, o.state, o.seats, o.amount, o.currency, p.state AS payment_state,
                       CASE WHEN p.state IN ('PAID', 'REFUND_DUE', 'REFUNDED') THEN p.amount ELSE 0 END AS taken,
                       coalesce(p.refund_amount, 0) AS refunded, coalesce(r.amount, 0) AS refunds,
                       coalesce(t.tickets, 0) AS tickets, coalesce(t.worth, 0) AS worth,
                       coalesce(t.issued, 0) AS issued, coalesce(t.fees, 0) AS fees
                  FROM touched
                  JOIN ticket_order o ON o.event_id = touched.event_id
                  LEFT JOIN payment p ON p.order_code = o.code
                  LEFT JOIN (SELECT order_code, count(*) FILTER (WHERE ticket.state = 'VALID') AS tickets,
                                    sum(paid) FILTER (WHERE ticket.state = 'VALID') AS worth,
                                    count(*) FILTER (WHERE void_reason IS DISTINCT FROM 'REPLACED') AS issued,
                                    sum(fee) FILTER (WHERE void_reason <> 'REPLACED') AS fees
                               FROM touched
                               JOIN ticket ON ticket.event_id = touched.event_id
                              GROUP BY order_code) t ON t.order_code = o.code
                  LEFT JOIN (SELECT order_code, sum(amount) AS amount
                               FROM refund
                              GROUP BY order_code) r ON r.order_code = o.code
            )
            """;

    private static final String SOLD_TWICE = TOUCHED + """
            SELECT ticket.event_id, ticket.seat_id AS subject, 'tickets=' || count(*) AS detail
              FROM touched
              JOIN ticket ON ticket.event_id = touched.event_id
             WHERE ticket.state = 'VALID'
             GROUP BY ticket.event_id, ticket.seat_id
            HAVING count(*) > 1
             LIMIT ?
            """;

    /**
     * A hold has its seats for sure from when it was placed until its deadline, or until it ended if that came first.
     * What it may have beyond, while a payment is on its way, is told by the seats' own rows.
     */
    private static final String HOLDS_OVERLAP = TOUCHED + """
            , claim AS (
                SELECT hold.event_id, seat.seat_id, hold.id, hold.placed_at,
                       lag(hold.id) OVER of_seat AS earlier,
                       max(least(hold.expires_at, hold.ended_at)) OVER (of_seat
                           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken_until
                  FROM since, touched
                  JOIN hold ON hold.event_id = touched.event_id
                  JOIN hold_seat AS seat ON seat.hold_id = hold.id
                 WHERE hold.expires_at >= since.at
                WINDOW of_seat AS (PARTITION BY hold.event_id, seat.seat_id ORDER BY hold.placed_at, hold.id)
            )
            SELECT event_id, seat_id AS subject, 'hold=' || id || ' earlier=' || earlier AS detail
              FROM claim
             WHERE placed_at < taken_until
             LIMIT ?
            """;

    private static final String PAID_FOR_NOTHING = TOUCHED + """
            SELECT event_id, code AS subject,
                   'state=' || state || ' seats=' || seats || ' tickets=' || tickets || ' taken=' || taken
                       || ' refunded=' || refunded AS detail
              FROM account
             WHERE state = 'PAID' AND (issued < seats OR tickets = 0)
                OR state <> 'PAID' AND taken - refunded > fees
             LIMIT ?
            """;

    private static final String TICKETS_WITHOUT_PAYMENT = TOUCHED + """
            SELECT event_id, code AS subject,
                   'state=' || state || ' seats=' || seats || ' tickets=' || tickets
                       || ' payment=' || coalesce(payment_state, 'none') AS detail
              FROM account
             WHERE tickets > 0 AND (state <> 'PAID' OR coalesce(payment_state, 'none') NOT IN ('PAID', 'REFUND_DUE'))
                OR issued > seats
             LIMIT ?
            """;

    private static final String DOES_NOT_ADD_UP = TOUCHED + """
            SELECT event_id, code AS subject,
                   'taken=' || taken || ' refunded=' || refunded || ' refunds=' || refunds || ' tickets=' || worth
                       || ' order=' || amount AS detail
              FROM account
             WHERE taken - refunded - worth NOT BETWEEN 0 AND fees
                OR taken > 0 AND taken <> amount
                OR refunded <> refunds
             LIMIT ?
            """;

    private static final String DISAGREE = TOUCHED + """
            SELECT seat.event_id, seat.seat_id AS subject,
                   'seat=' || seat.state || ' ticket=' || coalesce(ticket.state, 'none') AS detail
              FROM touched
              JOIN seat_state AS seat ON seat.event_id = touched.event_id
              LEFT JOIN ticket ON ticket.event_id = seat.event_id
                              AND ticket.seat_id = seat.seat_id
                              AND ticket.state = 'VALID'
             WHERE (seat.state = 'SOLD') <> (ticket.id IS NOT NULL)
             LIMIT ?
            """;

    private static final String BOOKS = TOUCHED + """
            SELECT event_id, currency, count(*) FILTER (WHERE state = 'PAID') AS orders, sum(tickets) AS tickets,
                   sum(worth) AS worth, sum(taken) AS taken, sum(refunded) AS refunded,
                   sum(least(fees, greatest(0, taken - refunded - worth))) AS fees
              FROM account
             GROUP BY event_id, currency
             ORDER BY event_id
            """;

    private final Database database;

    AuditorStore(Database database) {
        this.database = database;
    }

    void freeze() {
        database.update(FREEZE);
    }

    List<Finding> soldTwice(Instant since, int most) {
        return findings(Rule.SEAT_SOLD_TWICE, SOLD_TWICE, since, most);
    }

    List<Finding> overlappingHolds(Instant since, int most) {
        return findings(Rule.HOLDS_OVERLAP, HOLDS_OVERLAP, since, most);
    }

    List<Finding> paidForNothing(Instant since, int most) {
        return findings(Rule.PAID_FOR_NOTHING, PAID_FOR_NOTHING, since, most);
    }

    List<Finding> ticketsWithoutPayment(Instant since, int most) {
        return findings(Rule.TICKET_WITHOUT_PAYMENT, TICKETS_WITHOUT_PAYMENT, since, most);
    }

    List<Finding> ordersThatDoNotAddUp(Instant since, int most) {
        return findings(Rule.MONEY_DOES_NOT_ADD_UP, DOES_NOT_ADD_UP, since, most);
    }

    List<Finding> seatsAndTicketsThatDisagree(Instant since, int most) {
        return findings(Rule.SEAT_AND_TICKET_DISAGREE, DISAGREE, since, most);
    }

    List<EventBooks> books(Instant since) {
        return database.list(BOOKS, AuditorStore::books, since);
    }

    private List<Finding> findings(Rule rule, String sql, Instant since, int most) {
        return database.list(sql, row -> new Finding(rule, row.text("event_id"), row.text("subject"),
                row.text("detail")), since, most);
    }

    private static EventBooks books(Row row) throws SQLException {
        var currency = row.text("currency");
        return EventBooks.of(row.text("event_id"), row.longNumber("orders"), row.longNumber("tickets"),
                new Money(row.longNumber("worth"), currency), new Money(row.longNumber("taken"), currency),
                new Money(row.longNumber("refunded"), currency), new Money(row.longNumber("fees"), currency));
    }
}
