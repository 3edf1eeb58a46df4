package ticketing.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ticketing.database.Database;
import ticketing.database.Row;

@ApplicationScoped
class AuditStore {

    private final Database database;
    private final ObjectMapper json;

    AuditStore(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(Instant at, Optional<UUID> staff, Optional<String> organization, AuditedAction action) {
        database.update("""
                INSERT INTO audit_entry (at, staff_id, organization_id, action, subject, detail)
                VALUES (?, ?, ?, ?, ?, ?::jsonb)
                """, at, staff, organization, action.action(), action.subject(), write(action.detail()));
    }

    /** The latest first, older than {@code before}, with the names of those who are still known. */
    List<AuditEntry> list(AuditSearch search, long before, int limit) {
        return database.list("""
                SELECT entry.id, entry.at, entry.staff_id, coalesce(staff_member.name, api_token.name) AS staff_name,
                       entry.organization_id, entry.action, entry.subject, entry.detail::text AS detail
                  FROM audit_entry AS entry
                  LEFT JOIN staff_member ON staff_member.id = entry.staff_id
                  LEFT JOIN api_token ON api_token.id = entry.staff_id
                 WHERE entry.id < ?
                   AND (? OR entry.organization_id = ANY (?))
                   AND (?::uuid IS NULL OR entry.staff_id = ?::uuid)
                   AND (?::text IS NULL OR starts_with(entry.action, ?::text))
                   AND (?::text IS NULL OR entry.subject = ?::text)
                   AND (?::timestamptz IS NULL OR entry.at >= ?::timestamptz)
                   AND (?::timestamptz IS NULL OR entry.at < ?::timestamptz)
                 ORDER BY entry.id DESC
                 LIMIT ?
                """, AuditStore::entry, before, search.organizations().isEmpty(),
                search.organizations().orElse(List.of()), search.staff(), search.staff(), search.action(),
                search.action(), search.subject(), search.subject(), search.from(), search.from(), search.to(),
                search.to(), limit);
    }

    private static AuditEntry entry(Row row) throws SQLException {
        return new AuditEntry(row.longNumber("id"), row.instant("at"), row.optionalUuid("staff_id"),
                row.optionalText("staff_name"), row.optionalText("organization_id"), row.text("action"),
                row.text("subject"), row.text("detail"));
    }

    private String write(Object detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an audit detail that is no JSON", e);
        }
    }
}
