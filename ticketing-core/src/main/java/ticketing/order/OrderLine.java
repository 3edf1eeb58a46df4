package ticketing.order;

import java.util.List;
import java.util.Optional;

import ticketing.hold.HeldSeat;
import ticketing.terms.Bill;

/**
 * One seat of an order, with what comes off its price and what comes on top.
 *
 * @param attendee who it is for, if the buyer says
 */
record OrderLine(HeldSeat seat, int discount, int fee, Optional<String> attendee) {

    OrderLine attendedBy(Optional<String> name) {
        return new OrderLine(seat, discount, fee, name);
    }

    static Bill bill(List<OrderLine> lines, int taxBasisPoints) {
        return new Bill(lines.stream().mapToInt(line -> line.seat().amount()).sum(),
                lines.stream().mapToInt(OrderLine::discount).sum(), lines.stream().mapToInt(OrderLine::fee).sum(),
                taxBasisPoints);
    }
}
