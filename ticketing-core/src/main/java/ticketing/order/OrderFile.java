package ticketing.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All that the books say of an order. */
record OrderFile(OrderDetails details, List<Line> lines, List<Refund> refunds, List<Happening> history) {

    /** A seat that was ordered, and what it was to cost. */
    record Line(String seatId, String label, String category, int amount, int discount, int fee) {}

    record Refund(UUID id, int amount, String reason, String state, int attempts, Instant createdAt,
            Optional<Instant> doneAt) {}

    /** What can happen to an order. */
    enum What {
        PLACED, PAID, DECLINED, PAID_TOO_LATE, TICKETS_VOID, REFUND_DUE, REFUND_DONE, SCANNED_IN, SCANNED_OUT, SCAN_REFUSED, STAFF
    }

    /** Something that happened, with whatever there is to say of it. */
    record Happening(Instant at, What what, Optional<String> seats, Optional<Integer> amount, Optional<String> by,
            Optional<String> detail, Optional<String> reason) {}
}
