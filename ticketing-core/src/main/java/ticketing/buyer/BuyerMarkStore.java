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
     * that buyer's share away without paying. Marks that an admin cut link nobody either. What a mark leads to stands
     * behind OFFSET 0, so that it is looked up in the index mark by mark: the planner does not know how few orders one
     * buyer has, and would rather read all of the event's.
     */
    private static final String CLUSTER = """
            WITH RECURSIVE cluster (buyer, kind, digest) AS (
                SELECT NULL::bytea, kind, decode(digest, 'hex')
                  FROM unnest(?::text[], ?::text[]) AS own (kind, digest)
                 UNION
                SELECT linked.*
                  FROM cluster
                 CROSS JOIN LATERAL (SELECT ticket_order.email_digest, theirs.kind, theirs.digest
                                       FROM buyer_mark AS shared
                                       JOIN ticket_order ON ticket_order.code = shared.order_code
                                       JOIN buyer_mark AS theirs ON theirs.order_code = shared.order_code
                                      WHERE (shared.event_id, shared.kind, shared.digest)
                                          = (?, cluster.kind, cluster.digest)
                                        AND ticket_order.state IN ('PENDING', 'PAID')
                                        AND NOT EXISTS (SELECT FROM buyer_mark_cut AS cut
                                                         WHERE (cut.event_id, cut.kind, cut.digest)
                                                             = (shared.event_id, shared.kind, shared.digest))
                                     OFFSET 0) AS linked
            ), shares AS (
                SELECT sum(had.seats) AS seats
                  FROM (SELECT DISTINCT buyer FROM cluster) AS linked
                 CROSS JOIN LATERAL (SELECT seats
                                       FROM buyer_share
                                      WHERE (event_id, email_digest) = (?, linked.buyer)
                                     OFFSET 0) AS had
            )
            SELECT DISTINCT event.max_seats_per_buyer AS most, coalesce(shares.seats, 0) AS seats,
                   cluster.kind, encode(cluster.digest, 'hex') AS digest
              FROM event
             CROSS JOIN shares
             CROSS JOIN cluster
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
                new Mark(Mark.Kind.valueOf(row.text("kind")), row.text("digest"))),
                kinds(marks), digests(marks), eventId, eventId, eventId);
        return rows.stream().findFirst().map(first -> new Cluster(first.most(), first.seats(),
                rows.stream().map(Linked::mark).toList()));
    }

    private static List<String> kinds(Collection<Mark> marks) {
        return marks.stream().map(mark -> mark.kind().name()).toList();
    }

    private static List<String> digests(Collection<Mark> marks) {
        return marks.stream().map(Mark::digest).toList();
    }

    private record Linked(int most, int seats, Mark mark) {}

    /**
     * Orders that hang together.
     *
     * @param most  seats that one buyer may have
     * @param seats those that these have, by all their addresses
     * @param marks all that were looked at, those that were asked about among them
     */
    record Cluster(int most, int seats, List<Mark> marks) {}
}
