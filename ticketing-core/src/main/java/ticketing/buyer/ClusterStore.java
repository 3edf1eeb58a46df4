package ticketing.buyer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** What admins look at: marks that several orders share, and those they cut. */
@ApplicationScoped
class ClusterStore {

    private static final int MOST_EDGES = 20_000;

    private static final String EDGES = """
            SELECT mark.kind, encode(mark.digest, 'hex') AS digest,
                   string_agg(mark.order_code, ',' ORDER BY mark.order_code) AS codes
              FROM buyer_mark AS mark
              JOIN ticket_order ON ticket_order.code = mark.order_code
             WHERE mark.event_id = ?
               AND ticket_order.state IN ('PENDING', 'PAID')
               AND NOT EXISTS (SELECT FROM buyer_mark_cut AS cut
                                WHERE (cut.event_id, cut.kind, cut.digest) = (mark.event_id, mark.kind, mark.digest))
             GROUP BY mark.kind, mark.digest
            HAVING count(*) > 1
             ORDER BY codes
             LIMIT ?
            """;

    private static final String BUYERS = """
            SELECT ticket_order.code, encode(ticket_order.email_digest, 'hex') AS buyer,
                   coalesce(share.seats, 0) AS seats
              FROM ticket_order
              LEFT JOIN buyer_share AS share ON share.event_id = ticket_order.event_id
                                            AND share.email_digest = ticket_order.email_digest
             WHERE ticket_order.code = ANY (?)
            """;

    private static final String CUT = """
            INSERT INTO buyer_mark_cut (event_id, kind, digest, reason, cut_by, cut_at)
            SELECT event_id, kind, digest, ?, ?, clock_timestamp()
              FROM buyer_mark
             WHERE event_id = ?
               AND kind = ?
               AND digest = decode(?, 'hex')
             LIMIT 1
                ON CONFLICT DO NOTHING
            """;

    private static final String MEND = """
            DELETE FROM buyer_mark_cut
             WHERE event_id = ?
               AND kind = ?
               AND digest = decode(?, 'hex')
            """;

    private static final String CUTS = """
            SELECT kind, encode(digest, 'hex') AS digest, reason, cut_by, cut_at
              FROM buyer_mark_cut
             WHERE event_id = ?
             ORDER BY cut_at, kind, digest
            """;

    private static final String FORGET_HOLDER = """
            DELETE FROM buyer_mark
             WHERE kind = 'HOLDER'
               AND digest = decode(?, 'hex')
               AND event_id IN (SELECT id FROM event WHERE organization_id = ?)
            """;

    private final Database database;

    ClusterStore(Database database) {
        this.database = database;
    }

    List<Edge> edges(String eventId) {
        return database.list(EDGES, row -> new Edge(kind(row), row.text("digest"),
                List.of(row.text("codes").split(","))), eventId, MOST_EDGES);
    }

    List<Buyer> buyers(Collection<String> orders) {
        return database.list(BUYERS, row -> new Buyer(row.text("code"), row.text("buyer"), row.number("seats")),
                orders);
    }

    /** False when no order has that mark, or it was cut before. */
    boolean cut(String eventId, Mark mark, String reason, UUID by) {
        return database.update(CUT, reason, by, eventId, mark.kind(), mark.digest()) == 1;
    }

    boolean mend(String eventId, Mark mark) {
        return database.update(MEND, eventId, mark.kind(), mark.digest()) == 1;
    }

    List<Cut> cuts(String eventId) {
        return database.list(CUTS, row -> new Cut(kind(row), row.text("digest"), row.text("reason"),
                row.uuid("cut_by"), row.instant("cut_at")), eventId);
    }

    void forgetHolder(String organization, Mark holder) {
        database.update(FORGET_HOLDER, holder.digest(), organization);
    }

    private static Mark.Kind kind(Row row) throws java.sql.SQLException {
        return Mark.Kind.valueOf(row.text("kind"));
    }

    /** A mark and the orders that share it. */
    record Edge(Mark.Kind kind, String mark, List<String> orders) {}

    /** Whose an order is, as a digest, and how many seats they have by that address. */
    record Buyer(String order, String buyer, int seats) {}

    /** A mark that links nobody any more. */
    record Cut(Mark.Kind kind, String mark, String reason, UUID by, java.time.Instant at) {}
}
