package ticketing.order;

import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** Reads what the books say around an order: what was ordered, what went back, what happened. */
@ApplicationScoped
class OrderFileStore {

    private static final String LINES = """
            SELECT seat_id, label, category, amount, discount, fee
              FROM order_line
             WHERE order_code = ?
             ORDER BY position
            """;

    private static final String REFUNDS = """
            SELECT id, amount, reason, state, attempts, created_at, done_at
              FROM refund
             WHERE order_code = ?
             ORDER BY created_at, id
            """;

    /** Tickets that became void in one second did so for one reason; their rows are stamped one by one. */
    private static final String HISTORY = """
            WITH wanted AS (SELECT ?::text AS code)
            SELECT created_at AS at, 'PLACED' AS what, NULL AS seats, amount, NULL AS by_name, NULL AS detail,
                   promo_code AS reason
              FROM wanted JOIN ticket_order USING (code)
            UNION ALL
            SELECT min(issued_at), 'PAID', string_agg(label, ', ' ORDER BY position), sum(paid)::integer, NULL, NULL,
                   NULL
              FROM wanted JOIN ticket ON order_code = code
             WHERE replaces IS NULL
            HAVING count(*) > 0
            UNION ALL
            SELECT settled_at, CASE state WHEN 'DECLINED' THEN 'DECLINED' ELSE 'PAID_TOO_LATE' END, NULL, amount, NULL,
                   NULL, NULL
              FROM wanted JOIN ticket_order USING (code)
             WHERE state IN ('DECLINED', 'REFUNDED')
            UNION ALL
            SELECT min(cancelled_at), 'TICKETS_VOID', string_agg(label, ', ' ORDER BY position), NULL, NULL,
                   void_reason, NULL
              FROM wanted JOIN ticket ON order_code = code
             WHERE cancelled_at IS NOT NULL
             GROUP BY date_trunc('second', cancelled_at), void_reason
            UNION ALL
            SELECT created_at, 'REFUND_DUE', NULL, amount, NULL, reason, NULL
              FROM wanted JOIN refund ON order_code = code
            UNION ALL
            SELECT done_at, 'REFUND_DONE', NULL, amount, NULL, reason, NULL
              FROM wanted JOIN refund ON order_code = code
             WHERE done_at IS NOT NULL
            UNION ALL
            SELECT scanned_at, CASE WHEN outcome <> 'ACCEPTED' THEN 'SCAN_REFUSED'
                                    WHEN direction = 'IN' THEN 'SCANNED_IN' ELSE 'SCANNED_OUT' END,
                   label, NULL, NULL, gate, CASE WHEN outcome <> 'ACCEPTED' THEN outcome END
              FROM wanted JOIN ticket ON order_code = code JOIN check_in ON ticket_id = ticket.id
            UNION ALL
            SELECT audit_entry.at, 'STAFF', NULL, NULL, staff_member.name, action,
                   nullif(audit_entry.detail ->> 'reason', '')
              FROM wanted JOIN audit_entry ON subject = code LEFT JOIN staff_member ON staff_member.id = staff_id
             ORDER BY at, what
            """;

    private final Database database;

    OrderFileStore(Database database) {
        this.database = database;
    }

    List<OrderFile.Line> lines(String code) {
        return database.list(LINES, row -> new OrderFile.Line(row.text("seat_id"), row.text("label"),
                row.text("category"), row.number("amount"), row.number("discount"), row.number("fee")), code);
    }

    List<OrderFile.Refund> refunds(String code) {
        return database.list(REFUNDS, row -> new OrderFile.Refund(row.uuid("id"), row.number("amount"),
                row.text("reason"), row.text("state"), row.number("attempts"), row.instant("created_at"),
                row.optionalInstant("done_at")), code);
    }

    /** The first first. */
    List<OrderFile.Happening> history(String code) {
        return database.list(HISTORY, OrderFileStore::happening, code);
    }

    private static OrderFile.Happening happening(Row row) throws SQLException {
        return new OrderFile.Happening(row.instant("at"), OrderFile.What.valueOf(row.text("what")),
                row.optionalText("seats"), row.optionalText("amount").map(Integer::valueOf),
                row.optionalText("by_name"), row.optionalText("detail"), row.optionalText("reason"));
    }
}
