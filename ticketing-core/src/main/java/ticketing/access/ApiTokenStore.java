package ticketing.access;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** Finds the token that somebody shows. */
@ApplicationScoped
class ApiTokenStore {

    /** That it was used is noted once a minute: a program that asks all the time must not write all the time. */
    private static final String USE = """
            WITH shown AS (
                SELECT id, organization_id, role, last_used_at
                  FROM api_token
                 WHERE token_digest = ?
                   AND revoked_at IS NULL
                   AND expires_at > clock_timestamp()
                   AND NOT EXISTS (SELECT FROM staff_member WHERE id = made_by AND suspended_at IS NOT NULL)
            ), noted AS (
                UPDATE api_token
                   SET last_used_at = clock_timestamp()
                  FROM shown
                 WHERE api_token.id = shown.id
                   AND (shown.last_used_at IS NULL OR shown.last_used_at < clock_timestamp() - interval '1 minute')
            )
            SELECT id, organization_id, role
              FROM shown
            """;

    private final Database database;

    ApiTokenStore(Database database) {
        this.database = database;
    }

    Optional<ApiTokenPrincipal> use(byte[] digest) {
        return database.first(USE, row -> new ApiTokenPrincipal(row.uuid("id"), row.text("organization_id"),
                Role.valueOf(row.text("role"))), (Object) digest);
    }
}
