package ticketing.admission;

import java.util.UUID;

/** The fan left, or the waiting room took the admission back: told inside the transaction, so that holds end with it. */
public record SessionGivenUp(UUID sessionId) {}
