package ticketing.audit;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** The trail that staff actions leave (E3). Written in the transaction of the action, so that neither is without the other. */
@ApplicationScoped
public class AuditTrail {

    private final AuditStore store;
    private final InstantSource clock;

    AuditTrail(AuditStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What happened by itself, without anybody of the staff. */
    public void recordOfItself(String organization, String action, String subject, Map<String, ?> detail) {
        store.add(clock.instant(), Optional.empty(), Optional.of(organization),
                new AuditedAction(action, subject, detail));
    }

    /**
     * @param action  what was done, such as {@code event.published}
     * @param subject the id of what it was done to
     * @param detail  what else a reader must know; no personal data
     */
    public void record(UUID staff, Optional<String> organization, String action, String subject,
            Map<String, ?> detail) {
        store.add(clock.instant(), Optional.of(staff), organization, new AuditedAction(action, subject, detail));
    }

    public void record(UUID staff, String organization, String action, String subject) {
        record(staff, Optional.of(organization), action, subject, Map.of());
    }
}
