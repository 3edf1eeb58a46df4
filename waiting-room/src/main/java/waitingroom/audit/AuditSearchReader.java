package waitingroom.audit;

import java.time.Instant;

import jakarta.ws.rs.QueryParam;

/** What the trail is searched by; what is left out matches all. */
class AuditSearchReader {

    @QueryParam("release")
    String release;

    /** Who did it; an id. */
    @QueryParam("staff")
    String staff;

    /** What was done, or how that begins: {@code release} finds {@code release-changed}, too. */
    @QueryParam("action")
    String action;

    @QueryParam("from")
    Instant from;

    @QueryParam("to")
    Instant to;

    boolean wants(AuditEntry entry) {
        return (release == null || entry.release().equals(release))
                && (staff == null || entry.staff().equals(staff))
                && (action == null || entry.action().startsWith(action))
                && (from == null || !entry.at().isBefore(from))
                && (to == null || entry.at().isBefore(to));
    }
}
