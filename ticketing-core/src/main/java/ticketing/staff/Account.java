package ticketing.staff;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import ticketing.access.Role;

/** What signing in needs to know of somebody. */
record Account(UUID id, boolean admin, Optional<String> passwordHash, Map<String, Role> organizations) {}
