package ticketing.webhook;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonRawValue;
import ticketing.database.Database;
import ticketing.database.Row;

/** What a receiver was told, and what came of it. */
@ApplicationScoped
class WebhookLogStore {

    private static final String LIST = """
            SELECT delivery.message_id, message.event_type, delivery.state, delivery.attempts, delivery.created_at,
                   delivery.due_at
              FROM webhook_delivery AS delivery
              JOIN webhook_message AS message ON message.id = delivery.message_id
             WHERE delivery.endpoint_id = ?
               AND (?::text IS NULL OR delivery.state = ?)
               AND (?::text IS NULL
                    OR (delivery.created_at, delivery.message_id)
                       < (SELECT created_at, message_id FROM webhook_delivery
                           WHERE endpoint_id = ? AND message_id = ?))
             ORDER BY delivery.created_at DESC, delivery.message_id DESC
             LIMIT ?
            """;

    private static final String FIND = """
            SELECT delivery.message_id, message.event_type, delivery.state, delivery.attempts, delivery.created_at,
                   delivery.due_at, message.payload
              FROM webhook_delivery AS delivery
              JOIN webhook_message AS message ON message.id = delivery.message_id
             WHERE delivery.endpoint_id = ?
               AND delivery.message_id = ?
            """;

    private static final String ATTEMPTS = """
            SELECT at, outcome, status, took_ms
              FROM webhook_attempt
             WHERE endpoint_id = ?
               AND message_id = ?
             ORDER BY id
            """;

    /** Under the same id: a receiver that got it already can tell. */
    private static final String REPLAY = """
            UPDATE webhook_delivery
               SET state = 'PENDING', attempts = 0, due_at = clock_timestamp()
             WHERE endpoint_id = ?
               AND message_id = ?
            """;

    private static final String REPLAY_SINCE = """
            UPDATE webhook_delivery
               SET state = 'PENDING', attempts = 0, due_at = clock_timestamp()
             WHERE endpoint_id = ?
               AND created_at >= ?
               AND state <> 'DELIVERED'
            """;

    private final Database database;

    WebhookLogStore(Database database) {
        this.database = database;
    }

    /** The latest first, behind the one that a page ended with. */
    List<DeliveryLine> list(String endpoint, Optional<DeliveryState> state, Optional<String> behind, int limit) {
        return database.list(LIST, WebhookLogStore::line, endpoint, state, state, behind, endpoint, behind, limit);
    }

    Optional<DeliveryView> find(String endpoint, String message) {
        return database.first(FIND,
                row -> new DeliveryView(line(row), row.text("payload"), attempts(endpoint, message)),
                endpoint, message);
    }

    /** Whether there is such a message. */
    boolean replay(String endpoint, String message) {
        return database.update(REPLAY, endpoint, message) == 1;
    }

    /** How many of those that did not arrive are sent again. */
    int replaySince(String endpoint, Instant since) {
        return database.update(REPLAY_SINCE, endpoint, since);
    }

    private List<AttemptLine> attempts(String endpoint, String message) {
        return database.list(ATTEMPTS, row -> new AttemptLine(row.instant("at"), row.text("outcome"),
                row.optionalText("status").map(Integer::valueOf), row.number("took_ms")), endpoint, message);
    }

    private static DeliveryLine line(Row row) throws SQLException {
        return new DeliveryLine(row.text("message_id"), row.text("event_type"), row.text("state"),
                row.number("attempts"), row.instant("created_at"), row.optionalInstant("due_at"));
    }

    enum DeliveryState {
        PENDING, DELIVERED, GIVEN_UP
    }

    /** @param nextAttemptAt empty unless it is pending */
    record DeliveryLine(String message, String type, String state, int attempts, Instant createdAt,
            Optional<Instant> nextAttemptAt) {}

    record AttemptLine(Instant at, String outcome, Optional<Integer> status, int tookMillis) {}

    /** @param payload as it was sent */
    record DeliveryView(DeliveryLine delivery, @JsonRawValue String payload, List<AttemptLine> log) {}
}
