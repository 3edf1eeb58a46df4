package ticketing.webhook;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** The messages on their way. */
@ApplicationScoped
class WebhookOutboxStore {

    private static final String TELL = """
            WITH listening AS MATERIALIZED (
                SELECT endpoint.id, endpoint.organization_id
                  FROM event
                  JOIN webhook_endpoint AS endpoint ON endpoint.organization_id = event.organization_id
                 WHERE event.id = ?
                   AND endpoint.disabled_at IS NULL
                   AND ? = ANY (endpoint.event_types)
            ), message AS (
                INSERT INTO webhook_message (id, organization_id, event_type, payload, created_at)
                SELECT ?, organization_id, ?, ?, clock_timestamp()
                  FROM listening
                 LIMIT 1
                RETURNING id
            )
            INSERT INTO webhook_delivery (message_id, endpoint_id, state, due_at, created_at)
            SELECT message.id, listening.id, 'PENDING', clock_timestamp(), clock_timestamp()
              FROM message, listening
            """;

    private static final String TELL_ONE = """
            WITH message AS (
                INSERT INTO webhook_message (id, organization_id, event_type, payload, created_at)
                SELECT ?, organization_id, ?, ?, clock_timestamp()
                  FROM webhook_endpoint
                 WHERE id = ?
                RETURNING id
            )
            INSERT INTO webhook_delivery (message_id, endpoint_id, state, due_at, created_at)
            SELECT message.id, ?, 'PENDING', clock_timestamp(), clock_timestamp()
              FROM message
            """;

    /** What is taken is due again once its receiver should have answered, in case whoever took it dies. */
    private static final String TAKE = """
            WITH due AS MATERIALIZED (
                SELECT delivery.message_id, delivery.endpoint_id
                  FROM webhook_delivery AS delivery
                  JOIN webhook_endpoint AS endpoint ON endpoint.id = delivery.endpoint_id
                 WHERE delivery.state = 'PENDING'
                   AND delivery.due_at <= clock_timestamp()
                   AND endpoint.disabled_at IS NULL
                   AND (endpoint.paused_until IS NULL OR endpoint.paused_until <= clock_timestamp())
                 ORDER BY delivery.due_at
                 LIMIT ?
                   FOR UPDATE OF delivery SKIP LOCKED
            ), taken AS (
                UPDATE webhook_delivery AS delivery
                   SET attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => ?)
                  FROM due
                 WHERE delivery.message_id = due.message_id
                   AND delivery.endpoint_id = due.endpoint_id
                RETURNING delivery.message_id, delivery.endpoint_id, delivery.attempts
            )
            SELECT taken.message_id, taken.endpoint_id, taken.attempts, message.payload, endpoint.organization_id,
                   endpoint.url, endpoint.secret_version,
                   endpoint.rotated_at > clock_timestamp() - make_interval(secs => ?) AS lately_rotated
              FROM taken
              JOIN webhook_message AS message ON message.id = taken.message_id
              JOIN webhook_endpoint AS endpoint ON endpoint.id = taken.endpoint_id
            """;

    private static final String LOG = """
            INSERT INTO webhook_attempt (message_id, endpoint_id, at, outcome, status, took_ms)
            SELECT message_id, endpoint_id, clock_timestamp(), ?, ?::text::integer, ?
              FROM webhook_delivery
             WHERE message_id = ?
               AND endpoint_id = ?
            """;

    private static final String DELIVERED = """
            WITH delivered AS (
                UPDATE webhook_delivery
                   SET state = 'DELIVERED', due_at = NULL
                 WHERE message_id = ?
                   AND endpoint_id = ?
            )
            UPDATE webhook_endpoint
               SET failing_since = NULL, paused_until = NULL
             WHERE id = ?
               AND (failing_since IS NOT NULL OR paused_until IS NOT NULL)
            """;

    private static final String LATER = """
            UPDATE webhook_delivery
               SET due_at = clock_timestamp() + make_interval(secs => ?)
             WHERE message_id = ?
               AND endpoint_id = ?
               AND state = 'PENDING'
            """;

    private static final String GIVE_UP = """
            UPDATE webhook_delivery
               SET state = 'GIVEN_UP', due_at = NULL
             WHERE message_id = ?
               AND endpoint_id = ?
            """;

    /** Whether it has been failing for too long by now. */
    private static final String FAILING = """
            UPDATE webhook_endpoint
               SET failing_since = coalesce(failing_since, clock_timestamp()),
                   paused_until = clock_timestamp() + make_interval(secs => ?)
             WHERE id = ?
            RETURNING failing_since <= clock_timestamp() - make_interval(secs => ?) AS too_long
            """;

    private static final String DISABLE = """
            UPDATE webhook_endpoint
               SET disabled_at = clock_timestamp(), disabled_reason = ?
             WHERE id = ?
               AND disabled_at IS NULL
            """;

    private static final String FORGET = """
            DELETE FROM webhook_message
             WHERE created_at < clock_timestamp() - make_interval(secs => ?)
            """;

    private final Database database;

    WebhookOutboxStore(Database database) {
        this.database = database;
    }

    void tell(String id, String type, String payload, String eventId) {
        database.update(TELL, eventId, type, id, type, payload);
    }

    void tellOne(String id, String type, String payload, String endpoint) {
        database.update(TELL_ONE, id, type, payload, endpoint, endpoint);
    }

    List<Delivery> take(int most, Duration lease, Duration secretOverlap) {
        return database.list(TAKE, WebhookOutboxStore::delivery, most, seconds(lease), seconds(secretOverlap));
    }

    void log(Delivery delivery, Answer answer) {
        database.update(LOG, answer.outcome().key(), answer.status().map(String::valueOf), answer.tookMillis(),
                delivery.messageId(), delivery.endpointId());
    }

    void delivered(Delivery delivery) {
        database.update(DELIVERED, delivery.messageId(), delivery.endpointId(), delivery.endpointId());
    }

    void later(Delivery delivery, Duration pause) {
        database.update(LATER, seconds(pause), delivery.messageId(), delivery.endpointId());
    }

    void giveUp(Delivery delivery) {
        database.update(GIVE_UP, delivery.messageId(), delivery.endpointId());
    }

    boolean failing(String endpoint, Duration pause, Duration tooLong) {
        return database.first(FAILING, row -> row.flag("too_long"), seconds(pause), endpoint, seconds(tooLong))
                .orElse(false);
    }

    boolean disable(String endpoint, String reason) {
        return database.update(DISABLE, reason, endpoint) == 1;
    }

    void forget(Duration olderThan) {
        database.update(FORGET, seconds(olderThan));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Delivery delivery(Row row) throws SQLException {
        return new Delivery(row.text("message_id"), row.text("endpoint_id"), row.text("organization_id"),
                row.number("attempts"), row.text("payload"), row.text("url"), row.number("secret_version"),
                row.flag("lately_rotated"));
    }

    /** A message on its way to one receiver. */
    record Delivery(String messageId, String endpointId, String organization, int attempts, String payload, String url,
            int secretVersion, boolean latelyRotated) {}

    /** What came of an attempt. */
    record Answer(Outcome outcome, Optional<Integer> status, int tookMillis) {}

    enum Outcome {
        DELIVERED,
        /** The receiver answered, but not with 2xx; redirects are not followed. */
        REFUSED,
        /** 410: the receiver wants no more. */
        GONE, TIMEOUT, UNREACHABLE,
        /** It leads into a network that is not public. */
        FORBIDDEN_ADDRESS;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
