package ticketing.signin;

import java.time.Instant;
import java.util.UUID;

/**
 * Where somebody is signed in, as they see it.
 *
 * @param device  such as {@code Firefox on Linux}
 * @param network from where it was opened; the network, not the address
 * @param current whether it is the one they are asking with
 */
record StaffSession(UUID id, Instant startedAt, Instant lastSeenAt, Instant expiresAt, String device, String network,
        boolean current) {}
