package ticketing.token;

import java.time.Instant;
import java.util.UUID;

import ticketing.access.Role;

/** What a token is to be. */
record NewApiToken(String organization, String name, Role role, Instant expiresAt, UUID madeBy) {}
