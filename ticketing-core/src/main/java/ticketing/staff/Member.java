package ticketing.staff;

import java.util.UUID;

/**
 * Somebody of an organization as its organizers see them.
 *
 * @param invited whether they have not chosen a password yet
 */
record Member(UUID id, String name, String email, String role, boolean invited) {}
