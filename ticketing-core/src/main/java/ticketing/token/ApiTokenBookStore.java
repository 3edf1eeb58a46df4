package ticketing.token;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** The tokens of the organizations. */
@ApplicationScoped
class ApiTokenBookStore {

    private static final String ADD = """
            INSERT INTO api_token (id, organization_id, name, role, token_digest, made_by, made_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String GOOD_ONES = """
            SELECT count(*) AS tokens
              FROM api_token
             WHERE organization_id = ?
               AND revoked_at IS NULL
               AND expires_at > clock_timestamp()
            """;

    private static final String LIST = """
            SELECT id, name, role, made_by, made_at, expires_at, last_used_at, revoked_at
              FROM api_token
             WHERE organization_id = ?
               AND (?::uuid IS NULL
                    OR (made_at, id) < (SELECT made_at, id FROM api_token WHERE organization_id = ? AND id = ?::uuid))
             ORDER BY made_at DESC, id DESC
             LIMIT ?
            """;

    private static final String REVOKE = """
            UPDATE api_token
               SET revoked_at = coalesce(revoked_at, clock_timestamp())
             WHERE organization_id = ?
               AND id = ?
            """;

    private static final String REVOKE_OF_MAKER = """
            UPDATE api_token
               SET revoked_at = clock_timestamp()
             WHERE organization_id = ?
               AND made_by = ?
               AND revoked_at IS NULL
            """;

    private final Database database;

    ApiTokenBookStore(Database database) {
        this.database = database;
    }

    void add(UUID id, NewApiToken token, byte[] digest, Instant now) {
        database.update(ADD, id, token.organization(), token.name(), token.role(), digest, token.madeBy(), now,
                token.expiresAt());
    }

    int goodOnes(String organization) {
        return database.first(GOOD_ONES, row -> row.number("tokens"), organization).orElseThrow();
    }

    /** The latest first, behind the one that a page ended with. */
    List<ApiToken> list(String organization, Optional<UUID> behind, int limit) {
        return database.list(LIST, ApiTokenBookStore::token, organization, behind, organization, behind, limit);
    }

    /** Whether there is such a token; revoking twice changes nothing. */
    boolean revoke(String organization, UUID id) {
        return database.update(REVOKE, organization, id) == 1;
    }

    int revokeOf(String organization, UUID maker) {
        return database.update(REVOKE_OF_MAKER, organization, maker);
    }

    private static ApiToken token(Row row) throws SQLException {
        return new ApiToken(row.uuid("id"), row.text("name"), row.text("role").toLowerCase(Locale.ROOT),
                row.uuid("made_by"), row.instant("made_at"), row.instant("expires_at"),
                row.optionalInstant("last_used_at"), row.optionalInstant("revoked_at"));
    }
}
