package ticketing.hold;

/** A seat as it was promised when it was held: its label, category and price of that moment. */
public record HeldSeat(String id, int position, String label, String categoryId, String category, int amount) {}
