package ticketing.staff;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.access.Role;
import ticketing.database.Database;
import ticketing.database.Row;

/** Who is in an organization, and as what. */
@ApplicationScoped
class MemberStore {

    private static final String LIST = """
            SELECT staff_member.id, staff_member.name, staff_member.email, membership.role,
                   staff_member.password_hash IS NULL AS invited
              FROM membership
              JOIN staff_member ON staff_member.id = membership.staff_id
             WHERE membership.organization_id = ?
               AND staff_member.email > ?
             ORDER BY staff_member.email
             LIMIT ?
            """;

    /** All of them, in one order: of two organizers who remove each other one is left. */
    private static final String LOCK = """
            SELECT staff_id, role
              FROM membership
             WHERE organization_id = ?
             ORDER BY staff_id
               FOR UPDATE
            """;

    private static final String SET_ROLE = """
            UPDATE membership
               SET role = ?
             WHERE organization_id = ?
               AND staff_id = ?
            """;

    private static final String REMOVE = """
            DELETE FROM membership
             WHERE organization_id = ?
               AND staff_id = ?
            """;

    private static final String FIND = """
            SELECT staff_member.id, staff_member.name, staff_member.email, membership.role,
                   staff_member.password_hash IS NULL AS invited
              FROM membership
              JOIN staff_member ON staff_member.id = membership.staff_id
             WHERE membership.organization_id = ?
               AND membership.staff_id = ?
            """;

    private static final String ORGANIZATIONS = """
            SELECT id, name, second_factor_required
              FROM organization
             WHERE (? OR id = ANY (?))
               AND id > ?
             ORDER BY id
             LIMIT ?
            """;

    private final Database database;

    MemberStore(Database database) {
        this.database = database;
    }

    /** By their addresses, behind the one that a page ended with. */
    List<Member> list(String organization, String behind, int limit) {
        return database.list(LIST, MemberStore::member, organization, behind, limit);
    }

    Optional<Member> find(String organization, UUID member) {
        return database.first(FIND, MemberStore::member, organization, member);
    }

    List<Standing> lock(String organization) {
        return database.list(LOCK, row -> new Standing(row.uuid("staff_id"), Role.valueOf(row.text("role"))),
                organization);
    }

    void setRole(String organization, UUID member, Role role) {
        database.update(SET_ROLE, role, organization, member);
    }

    void remove(String organization, UUID member) {
        database.update(REMOVE, organization, member);
    }

    /** Those of the list, or all. */
    List<KnownOrganization> organizations(Optional<List<String>> oneOf, String behind, int limit) {
        return database.list(ORGANIZATIONS, row -> new KnownOrganization(row.text("id"), row.text("name"),
                row.flag("second_factor_required")),
                oneOf.isEmpty(), oneOf.orElse(List.of()), behind, limit);
    }

    private static Member member(Row row) throws SQLException {
        return new Member(row.uuid("id"), row.text("name"), row.text("email"),
                row.text("role").toLowerCase(Locale.ROOT), row.flag("invited"));
    }

    /** A member's role, under lock. */
    record Standing(UUID member, Role role) {}

    /** An organization by its name, and whether its members need a second factor. */
    record KnownOrganization(String id, String name, boolean secondFactorRequired) {}
}
