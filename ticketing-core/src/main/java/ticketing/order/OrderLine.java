package ticketing.order;

import java.util.List;

import ticketing.hold.HeldSeat;
import ticketing.terms.Bill;

/** One seat of an order, with what comes off its price and what comes on top. */
record OrderLine(HeldSeat seat, int discount, int fee) {

    static Bill bill(List<OrderLine> lines, int taxBasisPoints) {
        return new Bill(lines.stream().mapToInt(line -> line.seat().amount()).sum(),
                lines.stream().mapToInt(OrderLine::discount).sum(), lines.stream().mapToInt(OrderLine::fee).sum(),
                taxBasisPoints);
    }
}
