package ticketing.eventrefund;

import java.time.Instant;

/**
 * How far the orders of a cancelled event are taken back.
 *
 * @param troubled        orders that were tried more than once, and are tried on
 * @param refundsTroubled refunds the provider was asked for more than once, and is asked for on
 */
record RefundProgress(Instant startedAt, String currency, long orders, long takenBack, long troubled, long refundsDue,
        long refundsTroubled, long amountDue, long amountReturned) {

    boolean done() {
        return takenBack == orders && refundsDue == 0;
    }
}
