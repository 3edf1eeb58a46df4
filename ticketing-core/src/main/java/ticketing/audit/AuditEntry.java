package ticketing.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;

/** One line of the trail. */
record AuditEntry(long id, Instant at, Optional<UUID> staffId, Optional<String> staffName,
        Optional<String> organizationId, String action,
        String subject, @JsonRawValue String detail) {}
