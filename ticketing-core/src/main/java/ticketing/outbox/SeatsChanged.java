package ticketing.outbox;

/** Seats of an event changed their state. Observed after the transaction has committed, or not at all. */
public record SeatsChanged(String eventId) {}
