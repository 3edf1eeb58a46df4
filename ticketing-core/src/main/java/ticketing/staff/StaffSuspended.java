package ticketing.staff;

import java.util.UUID;

/** Somebody is kept out, by the transaction that says so. */
public record StaffSuspended(UUID staff) {}
