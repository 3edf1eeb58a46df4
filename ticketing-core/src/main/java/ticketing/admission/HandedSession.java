package ticketing.admission;

/** A session and the value that opens it, which is told once and stored nowhere. */
public record HandedSession(String secret, ShoppingSession session) {}
