package ticketing.token;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A token as it is listed; itself it is shown once, when it is made. */
record ApiToken(UUID id, String name, String role, UUID madeBy, Instant madeAt, Instant expiresAt,
        Optional<Instant> lastUsedAt, Optional<Instant> revokedAt) {}
