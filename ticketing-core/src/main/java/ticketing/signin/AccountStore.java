package ticketing.signin;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** All accounts of staff, for admins to look through. */
@ApplicationScoped
class AccountStore {

    private static final String LIST = """
            SELECT staff_member.id, staff_member.name, staff_member.email, staff_member.admin,
                   staff_member.password_hash IS NULL AND staff_member.identity IS NULL AS invited,
                   EXISTS (SELECT
                             FROM staff_second_factor AS factor
                            WHERE factor.staff_id = staff_member.id
                              AND factor.confirmed_at IS NOT NULL) AS second_factor,
                   (SELECT count(*)
                      FROM staff_session
                     WHERE staff_session.staff_id = staff_member.id
                       AND ended_at IS NULL
                       AND expires_at > clock_timestamp()) AS sessions,
                   (SELECT string_agg(organization.name || ' (' || lower(membership.role) || ')', ', '
                                      ORDER BY organization.name)
                      FROM membership
                      JOIN organization ON organization.id = membership.organization_id
                     WHERE membership.staff_id = staff_member.id) AS works_for
              FROM staff_member
             WHERE (? = '' OR staff_member.email LIKE ? OR lower(staff_member.name) LIKE ?)
               AND staff_member.email > ?
             ORDER BY staff_member.email
             LIMIT ?
            """;

    private final Database database;

    AccountStore(Database database) {
        this.database = database;
    }

    /** By their addresses, behind the one that a page ended with. */
    List<AccountLine> list(Optional<String> search, String behind, int limit) {
        var words = search.orElse("").toLowerCase(Locale.ROOT);
        var like = "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return database.list(LIST, AccountStore::line, words, like, like, behind, limit);
    }

    private static AccountLine line(Row row) throws SQLException {
        return new AccountLine(row.uuid("id"), row.text("name"), row.text("email"), row.flag("admin"),
                row.flag("invited"), row.flag("second_factor"), row.number("sessions"),
                row.optionalText("works_for").orElse(""));
    }

    /**
     * An account as admins see it.
     *
     * @param invited  whether they have not answered yet
     * @param worksFor their organizations and roles, for reading
     */
    record AccountLine(UUID id, String name, String email, boolean admin, boolean invited, boolean secondFactor,
            int sessions, String worksFor) {}
}
