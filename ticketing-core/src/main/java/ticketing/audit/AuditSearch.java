package ticketing.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * What the trail is searched by; what is empty matches all.
 *
 * @param organizations those whose entries are shown; empty for everybody's
 * @param action        what was done, or how that begins
 * @param from          the first moment, and {@code to} the first one after
 */
record AuditSearch(Optional<Collection<String>> organizations, Optional<UUID> staff, Optional<String> action,
        Optional<String> subject, Optional<Instant> from, Optional<Instant> to) {}
