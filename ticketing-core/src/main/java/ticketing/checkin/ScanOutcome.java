package ticketing.checkin;

/** What a scan led to. */
sealed interface ScanOutcome {

    /** Let them pass. */
    record Accepted(ScannedTicket ticket, Direction direction, Passage passage) implements ScanOutcome {}

    /** Somebody is inside with this ticket; where and when they went in. */
    record AlreadyIn(Passage entry) implements ScanOutcome {}

    /** Nobody is inside with this ticket. */
    record NotIn() implements ScanOutcome {}

    /** Given back, or refunded. */
    record TicketCancelled() implements ScanOutcome {}

    /** It has a new holder: another ticket stands for the seat. */
    record TicketReplaced() implements ScanOutcome {}

    record EventCancelled() implements ScanOutcome {}

    /** The nonce stands for another scan. */
    record NonceReused() implements ScanOutcome {}

    /** The code is genuine, but these books do not have its ticket. */
    record UnknownTicket() implements ScanOutcome {}
}
