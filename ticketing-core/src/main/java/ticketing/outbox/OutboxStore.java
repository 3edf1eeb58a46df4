package ticketing.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.json.JsonObject;
import ticketing.database.Database;

/** The messages not sent yet. */
@ApplicationScoped
class OutboxStore {

    /** The stream the waiting room reads. */
    static final String ADMISSIONS = "ticketing:admissions";

    private static final String WRITE = """
            INSERT INTO outbox_message (stream, fields, written_at)
            VALUES (?, ?::jsonb, clock_timestamp())
            """;

    private static final String OLDEST = """
            SELECT id, stream, fields, written_at
              FROM outbox_message
             ORDER BY id
             LIMIT ?
            """;

    private static final String FORGET = """
            DELETE FROM outbox_message
             WHERE id = ANY (?::text[]::bigint[])
            """;

    /**
     * The moment before which no transaction of ours is still at work: whatever such a transaction decided about a
     * token that ran out earlier is committed and visible. Judged by the oldest running transaction rather than by a
     * margin alone, so that a stalled commit delays the watermark instead of making it untrue.
     */
    private static final String QUIET_BEFORE = """
            SELECT least(clock_timestamp() - make_interval(secs => ?), min(xact_start)) AS at
              FROM pg_stat_activity
             WHERE datname = current_database()
               AND backend_type = 'client backend'
               AND pid <> pg_backend_pid()
            """;

    private final Database database;

    OutboxStore(Database database) {
        this.database = database;
    }

    void write(String stream, JsonObject fields) {
        database.update(WRITE, stream, fields.encode());
    }

    List<Message> oldest(int most) {
        return database.list(OLDEST, row -> new Message(row.longNumber("id"), row.text("stream"),
                new JsonObject(row.text("fields")), row.instant("written_at")), most);
    }

    void forget(List<Message> sent) {
        database.update(FORGET, sent.stream().map(message -> Long.toString(message.id())).toList());
    }

    Optional<Instant> quietBefore(double marginSeconds) {
        return database.first(QUIET_BEFORE, row -> row.instant("at"), marginSeconds);
    }

    /** One message for one stream. */
    record Message(long id, String stream, JsonObject fields, Instant writtenAt) {}
}
