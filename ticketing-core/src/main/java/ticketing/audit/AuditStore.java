package ticketing.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
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

    /** The latest first, older than {@code before}. Without {@code organizations} those of everybody. */
    List<AuditEntry> list(Optional<Collection<String>> organizations, long before, int limit) {
        return database.list("""
                SELECT id, at, staff_id, organization_id, action, subject, detail::text AS detail
                  FROM audit_entry
                 WHERE id < ?
                   AND (? OR organization_id = ANY (?))
                 ORDER BY id DESC
                 LIMIT ?
                """, AuditStore::entry, before, organizations.isEmpty(), organizations.orElse(List.of()), limit);
    }

    private static AuditEntry entry(Row row) throws SQLException {
        return new AuditEntry(row.longNumber("id"), row.instant("at"), row.optionalUuid("staff_id"),
                row.optionalText("organization_id"), row.text("action"), row.text("subject"), row.text("detail"));
    }

    private String write(Object detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an audit detail that is no JSON", e);
        }
    }
}
