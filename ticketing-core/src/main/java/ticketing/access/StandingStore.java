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

    private static final String STANDING = """
            SELECT staff_member.admin, membership.organization_id, membership.role
              FROM staff_member
              LEFT JOIN membership ON membership.staff_id = staff_member.id
             WHERE staff_member.id = ?
               AND staff_member.suspended_at IS NULL
            """;

    private final Database database;

    StandingStore(Database database) {
        this.database = database;
    }

    /** Empty when there is no such member of staff any more, or they are kept out. */
    Optional<Caller> of(UUID staff) {
        var rows = database.list(STANDING, row -> new Standing(row.flag("admin"),
                membership(row.optionalText("organization_id"), row.text("role"))), staff);
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
