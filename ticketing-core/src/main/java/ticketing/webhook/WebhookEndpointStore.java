package ticketing.webhook;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** The receivers of the organizations. */
@ApplicationScoped
class WebhookEndpointStore {

    private static final String COLUMNS = """
            SELECT id, url, description, array_to_string(event_types, ',') AS event_types, created_at, failing_since,
                   disabled_at, disabled_reason, secret_version
              FROM webhook_endpoint
            """;

    private static final String FIND = COLUMNS + """
             WHERE organization_id = ?
               AND id = ?
            """;

    private static final String LIST = COLUMNS + """
             WHERE organization_id = ?
               AND id > ?
             ORDER BY id
             LIMIT ?
            """;

    private static final String COUNT = """
            SELECT count(*) AS endpoints
              FROM webhook_endpoint
             WHERE organization_id = ?
            """;

    private static final String ADD = """
            INSERT INTO webhook_endpoint (id, organization_id, url, description, event_types, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    /** To be told again means to begin anew: what failed before is forgiven. */
    private static final String CHANGE = """
            UPDATE webhook_endpoint
               SET url = coalesce(?, url), description = coalesce(?, description),
                   event_types = coalesce(?, event_types),
                   disabled_at = CASE ? WHEN true THEN NULL WHEN false THEN coalesce(disabled_at, clock_timestamp())
                                        ELSE disabled_at END,
                   disabled_reason = CASE ? WHEN true THEN NULL WHEN false THEN coalesce(disabled_reason, 'BY_STAFF')
                                            ELSE disabled_reason END,
                   failing_since = CASE WHEN ? THEN NULL ELSE failing_since END,
                   paused_until = NULL
             WHERE organization_id = ?
               AND id = ?
            """;

    private static final String ROTATE = """
            UPDATE webhook_endpoint
               SET secret_version = secret_version + 1, rotated_at = clock_timestamp()
             WHERE organization_id = ?
               AND id = ?
            RETURNING secret_version
            """;

    private static final String REMOVE = """
            DELETE FROM webhook_endpoint
             WHERE organization_id = ?
               AND id = ?
            """;

    private final Database database;

    WebhookEndpointStore(Database database) {
        this.database = database;
    }

    Optional<WebhookEndpoint> find(String organization, String id) {
        return database.first(FIND, WebhookEndpointStore::endpoint, organization, id);
    }

    List<WebhookEndpoint> list(String organization, String behind, int limit) {
        return database.list(LIST, WebhookEndpointStore::endpoint, organization, behind, limit);
    }

    int count(String organization) {
        return database.first(COUNT, row -> row.number("endpoints"), organization).orElseThrow();
    }

    void add(String id, String organization, WebhookWish wish, Instant now) {
        database.update(ADD, id, organization, wish.url().orElseThrow(), wish.description().orElse(""),
                wish.eventTypes().orElseThrow(), now);
    }

    boolean change(String organization, String id, WebhookWish wish) {
        return database.update(CHANGE, wish.url(), wish.description(), wish.eventTypes(), wish.enabled(),
                wish.enabled(), wish.enabled().orElse(false), organization, id) == 1;
    }

    Optional<Integer> rotateSecret(String organization, String id) {
        return database.first(ROTATE, row -> row.number("secret_version"), organization, id);
    }

    boolean remove(String organization, String id) {
        return database.update(REMOVE, organization, id) == 1;
    }

    private static WebhookEndpoint endpoint(Row row) throws SQLException {
        return new WebhookEndpoint(row.text("id"), row.text("url"), row.text("description"),
                List.of(row.text("event_types").split(",")), row.instant("created_at"),
                row.optionalInstant("failing_since"), row.optionalInstant("disabled_at"),
                row.optionalText("disabled_reason"));
    }
}
