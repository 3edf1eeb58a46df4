package ticketing.admission;

import java.time.Instant;

/** What became of the wish to enter the shop of an event. */
sealed interface ExchangeOutcome {

    /** A session; its value is told this once. */
    record Entered(String secret, ShoppingSession session) implements ExchangeOutcome {}

    /** Not a token of the waiting room, or not for us. */
    record InvalidToken() implements ExchangeOutcome {}

    record TokenExpired(Instant at) implements ExchangeOutcome {}

    /** Exchanged before, or taken back. */
    record AdmissionUsed() implements ExchangeOutcome {}

    record ProofRefused(String reason) implements ExchangeOutcome {}

    record WrongKey() implements ExchangeOutcome {}

    /** The waiting room's keys are not known and cannot be fetched right now. */
    record CannotVerify() implements ExchangeOutcome {}

    /** The event is gated; only an admission opens it. */
    record AdmissionRequired() implements ExchangeOutcome {}

    record UnknownEvent() implements ExchangeOutcome {}
}
