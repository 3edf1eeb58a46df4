package ticketing.staff;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonRawValue;
import ticketing.database.Database;
import ticketing.database.Row;

/** Everybody of the staff, of all organizations. */
@ApplicationScoped
class StaffDirectoryStore {

    private static final String COLUMNS = """
            SELECT staff.id, staff.email, staff.name, staff.admin, staff.password_hash IS NULL AS invited,
                   staff.created_at, staff.suspended_at, staff.suspended_reason,
                   coalesce((SELECT jsonb_agg(jsonb_build_object('id', organization.id, 'name', organization.name,
                                                                 'role', lower(membership.role))
                                              ORDER BY organization.name, organization.id)
                               FROM membership
                               JOIN organization ON organization.id = membership.organization_id
                              WHERE membership.staff_id = staff.id), '[]')::text AS organizations
              FROM staff_member AS staff
            """;

    private static final String LIST = COLUMNS + """
             WHERE staff.email > ?
               AND (?::text IS NULL OR strpos(staff.email, lower(?::text)) > 0
                                    OR strpos(lower(staff.name), lower(?::text)) > 0)
             ORDER BY staff.email
             LIMIT ?
            """;

    private static final String FIND = COLUMNS + """
             WHERE staff.id = ?
            """;

    /** All admins, in one order: of two who suspend each other one is left. */
    private static final String LOCK_ADMINS = """
            SELECT id
              FROM staff_member
             WHERE admin
               AND suspended_at IS NULL
             ORDER BY id
               FOR UPDATE
            """;

    private static final String SUSPEND = """
            UPDATE staff_member
               SET suspended_at = coalesce(suspended_at, clock_timestamp()), suspended_reason = ?
             WHERE id = ?
            """;

    private static final String READMIT = """
            UPDATE staff_member
               SET suspended_at = NULL, suspended_reason = NULL
             WHERE id = ?
            """;

    private final Database database;

    StaffDirectoryStore(Database database) {
        this.database = database;
    }

    /** By their addresses, behind the one that a page ended with. */
    List<Person> list(Optional<String> query, String behind, int limit) {
        return database.list(LIST, StaffDirectoryStore::person, behind, query, query, query, limit);
    }

    Optional<Person> find(UUID id) {
        return database.first(FIND, StaffDirectoryStore::person, id);
    }

    List<UUID> lockAdmins() {
        return database.list(LOCK_ADMINS, row -> row.uuid("id"));
    }

    void suspend(UUID id, String reason) {
        database.update(SUSPEND, reason, id);
    }

    void readmit(UUID id) {
        database.update(READMIT, id);
    }

    private static Person person(Row row) throws SQLException {
        return new Person(row.uuid("id"), row.text("email"), row.text("name"), row.flag("admin"), row.flag("invited"),
                row.instant("created_at"), row.optionalInstant("suspended_at"), row.optionalText("suspended_reason"),
                row.text("organizations"));
    }

    /**
     * Somebody of the staff.
     *
     * @param invited       has no password yet
     * @param organizations with id, name and role, as JSON
     */
    record Person(UUID id, String email, String name, boolean admin, boolean invited, Instant createdAt,
            Optional<Instant> suspendedAt, Optional<String> suspendedReason, @JsonRawValue String organizations) {}
}
