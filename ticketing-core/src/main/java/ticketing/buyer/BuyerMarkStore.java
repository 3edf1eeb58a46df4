package ticketing.buyer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** Which orders hang together: those that share a mark, and those that share one with these, and so on. */
@ApplicationScoped
class BuyerMarkStore {

    private static final String NOTE = """
            INSERT INTO buyer_mark (order_code, event_id, kind, digest)
            SELECT ?, ?, mark.kind, decode(mark.digest, 'hex')
              FROM unnest(?::text[], ?::text[]) AS mark (kind, digest)
                ON CONFLICT DO NOTHING
            """;

    /** Always in the same order, so that nobody waits in a circle. */
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock(key)
              FROM unnest(?::text[]::bigint[]) AS key
            """;

    /**
     * An order that was declined, cancelled or refunded links nobody: else whoever types another's address could take
     * that buyer's share away without paying. Marks that an admin cut link nobody either.
     */
    private static final String CLUSTER = """
            WITH RECURSIVE linking AS NOT MATERIALIZED (
                SELECT mark.order_code, mark.kind, mark.digest
                  FROM buyer_mark AS mark
                  JOIN ticket_order ON ticket_order.code = mark.order_code
                 WHERE mark.event_id = ?
                   AND ticket_order.state IN ('PENDING', 'PAID')
                   AND NOT EXISTS (SELECT FROM buyer_mark_cut AS cut
                                    WHERE (cut.event_id, cut.kind, cut.digest)
                                        = (mark.event_id, mark.kind, mark.digest))
            ), cluster (order_code) AS (
                SELECT linking.order_code
                  FROM unnest(?::text[], ?::text[]) AS own (kind, digest)
                  JOIN linking ON linking.kind = own.kind AND linking.digest = decode(own.digest, 'hex')
                 UNION
                SELECT other.order_code
                  FROM cluster
                  JOIN linking AS mine ON mine.order_code = cluster.order_code
                  JOIN linking AS other ON other.kind = mine.kind AND other.digest = mine.digest
            ), shares AS (
                SELECT sum(share.seats) AS seats
                  FROM buyer_share AS share
                 WHERE share.event_id = ?
                   AND share.email_digest IN (SELECT ticket_order.email_digest
                                                FROM cluster
                                                JOIN ticket_order ON ticket_order.code = cluster.order_code)
            )
            SELECT DISTINCT event.max_seats_per_buyer AS most, coalesce(shares.seats, 0) AS seats,
                   linking.kind, encode(linking.digest, 'hex') AS digest
              FROM event
             CROSS JOIN shares
              LEFT JOIN (cluster JOIN linking USING (order_code)) ON true
             WHERE event.id = ?
            """;

    private final Database database;

    BuyerMarkStore(Database database) {
        this.database = database;
    }

    void note(String orderCode, String eventId, Collection<Mark> marks) {
        database.update(NOTE, orderCode, eventId, kinds(marks), digests(marks));
    }

    /** Nobody else decides about a buyer with one of these marks until the transaction ends. */
    void lock(String eventId, Collection<Mark> marks) {
        database.list(LOCK, row -> true,
                marks.stream().map(mark -> mark.lock(eventId)).sorted().distinct().map(String::valueOf).toList());
    }

    /** All that hangs together with these marks; empty when there is no such event. */
    Optional<Cluster> cluster(String eventId, Collection<Mark> marks) {
        var rows = database.list(CLUSTER, row -> new Linked(row.number("most"), row.number("seats"),
                row.optionalText("kind").map(Mark.Kind::valueOf), row.optionalText("digest")),
                eventId, kinds(marks), digests(marks), eventId, eventId);
        return rows.stream().findFirst().map(first -> new Cluster(first.most(), first.seats(),
                rows.stream().flatMap(linked -> linked.mark().stream()).toList()));
    }

    private static List<String> kinds(Collection<Mark> marks) {
        return marks.stream().map(mark -> mark.kind().name()).toList();
    }

    private static List<String> digests(Collection<Mark> marks) {
        return marks.stream().map(Mark::digest).toList();
    }

    private record Linked(int most, int seats, Optional<Mark.Kind> kind, Optional<String> digest) {

        Optional<Mark> mark() {
            return kind.flatMap(known -> digest.map(hex -> new Mark(known, hex)));
        }
    }

    /**
     * Orders that hang together.
     *
     * @param most  seats that one buyer may have
     * @param seats those that these have, by all their addresses
     */
    record Cluster(int most, int seats, List<Mark> marks) {}
}
