package waitingroom.audit;

import java.time.Instant;

/**
 * One staff action (E3).
 *
 * @param id     of the entry; later ones have higher ids
 * @param staff  an id, no name
 * @param detail what was changed, in words; empty where the action says it all
 */
record AuditEntry(String id, Instant at, String staff, String action, String release, String organizationId,
        String detail) {}
