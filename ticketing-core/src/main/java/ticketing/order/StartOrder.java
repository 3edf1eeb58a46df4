package ticketing.order;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.admission.SessionBook;
import ticketing.admission.ShoppingSession;
import ticketing.buyer.LinkedBuyers;
import ticketing.hold.HoldBook;
import ticketing.hold.SeatHold;
import ticketing.terms.Terms;

/**
 * The first half of an order, before any money: locks session, buyer's share and seats in that order (T6), claims from
 * the limits of each (T5), and lets the seats wait for the payment.
 */
@ApplicationScoped
class StartOrder {

    private final SessionBook sessions;
    private final HoldBook holds;
    private final OrderBook orders;
    private final PriceOrder priceOrder;
    private final Terms terms;
    private final InstantSource clock;

    StartOrder(SessionBook sessions, HoldBook holds, OrderBook orders, PriceOrder priceOrder, Terms terms,
            InstantSource clock) {
        this.sessions = sessions;
        this.holds = holds;
        this.orders = orders;
        this.priceOrder = priceOrder;
        this.terms = terms;
        this.clock = clock;
    }

    /** @param sessionId the session that asks, its proof checked before */
    @Transactional
    StartOutcome start(OrderRequest request, UUID sessionId) {
        var session = sessions.lock(sessionId);
        return holds.find(request.holdId(), sessionId)
                .map(hold -> start(request, session, hold))
                .orElseGet(() -> refused(new OrderOutcome.NoHold()));
    }

    private StartOutcome start(OrderRequest request, ShoppingSession session, SeatHold hold) {
        return switch (hold) {
            case SeatHold.Active active -> start(request, session, active);
            case SeatHold.Ordered ordered -> repeated(request);
            case SeatHold.Purchased purchased -> repeated(request);
            case SeatHold.Released released -> refused(new OrderOutcome.NoHold());
            case SeatHold.Expired expired -> refused(new OrderOutcome.HoldExpired());
        };
    }

    /** A request that was cut off after it had its order gets that order (T4). */
    private StartOutcome repeated(OrderRequest request) {
        return orders.findRepeated(request.holdId(), request.idempotencyKey())
                .<StartOutcome>map(StartOutcome.Repeated::new)
                .orElseGet(() -> refused(new OrderOutcome.HoldUsed()));
    }

    private StartOutcome start(OrderRequest request, ShoppingSession session, SeatHold.Active hold) {
        var claim = hold.claim();
        var seats = claim.seats().size();
        if (session.ordersLeft() < 1 || session.seatsLeft() < seats) {
            return refused(new OrderOutcome.OverLimit(session.ordersLeft() < 1 ? 0 : session.seatsLeft()));
        }
        var attendance = Attendance.fault(terms.of(claim.eventId()).attendees(), claim.seatIds(), request.attendees());
        if (attendance.isPresent()) {
            return refused(attendance.get());
        }
        var overLimit = orders.claimShare(claim.eventId(),
                new LinkedBuyers.Who(request.buyer().email(), session.keyThumbprint()), seats);
        if (overLimit.isPresent()) {
            return refused(overLimit.get());
        }
        return switch (priceOrder.take(claim, request.promoCode())) {
            case PriceOrder.Pricing.Priced priced -> order(request, session, hold,
                    attended(priced.lines(), request.attendees()));
            case PriceOrder.Pricing.Refused refused -> {
                orders.returnShare(claim.eventId(), request.buyer(), seats);
                yield refused(refused.outcome());
            }
        };
    }

    private static List<OrderLine> attended(List<OrderLine> lines, Map<String, String> attendees) {
        return lines.stream().map(line -> line.attendedBy(Optional.ofNullable(attendees.get(line.seat().id()))))
                .toList();
    }

    private StartOutcome order(OrderRequest request, ShoppingSession session, SeatHold.Active hold,
            List<OrderLine> lines) {
        var claim = hold.claim();
        var seatsWaitUntil = holds.order(hold);
        if (seatsWaitUntil.isEmpty()) {
            priceOrder.giveBack(claim.eventId(), request.promoCode());
            orders.returnShare(claim.eventId(), request.buyer(), lines.size());
            return refused(new OrderOutcome.HoldExpired());
        }
        var order = new TicketOrder.Facts(orders.nextCode(), session.id(), claim.id(), claim.eventId(),
                request.buyer(), lines.size(), OrderLine.bill(lines, claim.fees().taxBasisPoints()),
                request.promoCode(), claim.currency(), UUID.randomUUID(), request.paymentMethod(), clock.instant());
        orders.insert(order, lines, seatsWaitUntil.get(), request.idempotencyKey(), session.keyThumbprint());
        sessions.claim(session.id(), lines.size());
        return new StartOutcome.Started(new TicketOrder.Pending(order), seatsWaitUntil.get());
    }

    private static StartOutcome refused(OrderOutcome outcome) {
        return new StartOutcome.Refused(outcome);
    }
}
