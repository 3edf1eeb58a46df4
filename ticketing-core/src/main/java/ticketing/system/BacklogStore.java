package ticketing.system;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** What waits in the database to be sent, who sends it, and how the database itself is. */
@ApplicationScoped
class BacklogStore {

    private static final String WAITING = """
            SELECT 'mails' AS name, count(*) AS waiting, count(*) FILTER (WHERE attempts > 1) AS failing,
                   min(created_at) AS oldest
              FROM mail_task
             UNION ALL
            SELECT 'webhooks', count(*), count(*) FILTER (WHERE attempts > 0), min(created_at)
              FROM webhook_delivery
             WHERE state = 'PENDING'
             UNION ALL
            SELECT 'waiting-room-news', count(*), 0, min(written_at)
              FROM outbox_message
            """;

    private static final String LEASES = """
            SELECT task, held_until
              FROM task_lease
             ORDER BY task
            """;

    /** The size is put together from the tables': the database's own is told to nobody who may not connect to it. */
    private static final String FACTS = """
            SELECT current_setting('server_version') AS version,
                   (SELECT sum(pg_relation_size(oid))
                      FROM pg_class
                     WHERE relnamespace = 'public'::regnamespace) AS bytes,
                   current_setting('max_connections')::integer AS most_connections,
                   (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) AS connections,
                   clock_timestamp() AS at
            """;

    private final Database database;

    BacklogStore(Database database) {
        this.database = database;
    }

    List<Waiting> waiting() {
        return database.list(WAITING, row -> new Waiting(row.text("name"), row.longNumber("waiting"),
                row.longNumber("failing"), row.optionalInstant("oldest")));
    }

    List<Lease> leases() {
        return database.list(LEASES, row -> new Lease(row.text("task"), row.instant("held_until")));
    }

    Facts facts() {
        return database.first(FACTS, row -> new Facts(row.text("version"), row.longNumber("bytes"),
                row.longNumber("connections"), row.longNumber("most_connections"), row.instant("at"))).orElseThrow();
    }

    /** @param failing what was tried before in vain */
    record Waiting(String name, long waiting, long failing, Optional<Instant> oldest) {}

    /** A task that one instance does at a time, and until when one has promised to. */
    record Lease(String task, Instant heldUntil) {}

    /** @param at the database's clock */
    record Facts(String version, long bytes, long connections, long mostConnections, Instant at) {}
}
