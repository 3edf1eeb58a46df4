package ticketing.order;

import java.util.Optional;
import java.util.UUID;

/**
 * The right to one seat.
 *
 * @param amount   the seat's price
 * @param discount off the price
 * @param fee      on top of it
 * @param holder   who it is for; empty when that is the buyer
 * @param voidBy   why it admits nobody any more; empty while it is valid
 */
public record Ticket(UUID id, String seatId, String label, String category, int amount, int discount, int fee,
        Optional<Holder> holder, Optional<VoidReason> voidBy) {

    /** Who a ticket is for; kept out of logs (E2). */
    public record Holder(String name, Optional<String> email) {}

    public boolean valid() {
        return voidBy.isEmpty();
    }

    /** What was paid for it. */
    public int paid() {
        return amount - discount + fee;
    }
}
