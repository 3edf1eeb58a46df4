package ticketing.order;

import java.util.UUID;

/** The right to one seat. */
public record Ticket(UUID id, String seatId, String label, String category, int amount, boolean valid) {}
