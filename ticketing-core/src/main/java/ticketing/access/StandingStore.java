package ticketing.access;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** What a member of staff is at this moment. */
@ApplicationScoped
class StandingStore {

    /**
     * Of a session that lives only. That it was seen is noted once a minute: who works all day must not write all day.
     */
    private static final String STANDING = """
            WITH session AS (
                SELECT id, staff_id, limited, last_seen_at
                  FROM staff_session
                 WHERE id = ?
                   AND staff_id = ?
                   AND ended_at IS NULL
                   AND expires_at > clock_timestamp()
            ), seen AS (
                UPDATE staff_session
                   SET last_seen_at = clock_timestamp()
                  FROM session
                 WHERE staff_session.id = session.id
                   AND session.last_seen_at < clock_timestamp() - interval '1 minute'
            )
            SELECT staff_member.admin AND NOT session.limited AS admin,
                   membership.organization_id, membership.role
              FROM session
              JOIN staff_member ON staff_member.id = session.staff_id
              LEFT JOIN membership ON membership.staff_id = session.staff_id AND NOT session.limited
             WHERE staff_member.suspended_at IS NULL
            """;

    private final Database database;

    StandingStore(Database database) {
        this.database = database;
    }

    /** Empty when there is no such member of staff, or no such session, any more, or they are kept out. */
    Optional<Caller> of(UUID staff, UUID session) {
        var rows = database.list(STANDING, row -> new Standing(row.flag("admin"),
                membership(row.optionalText("organization_id"), row.text("role"))), session, staff);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Caller(staff, rows.getFirst().admin(), rows.stream()
                        .flatMap(standing -> standing.membership().stream())
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)), true));
    }

    private static Optional<Map.Entry<String, Role>> membership(Optional<String> organization, String role) {
        return organization.map(id -> Map.entry(id, Role.valueOf(role)));
    }

    private record Standing(boolean admin, Optional<Map.Entry<String, Role>> membership) {}
}
