package ticketing.order;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.admission.SessionBook;
import ticketing.admission.ShoppingSession;
import ticketing.hold.HoldBook;
import ticketing.hold.SeatHold;
import ticketing.mail.MailQueue;
import ticketing.outbox.Outbox.EndReason;

/** Carries an order's transitions to everything they touch: seats, tickets, payment, limits, session, mail. */
@ApplicationScoped
class OrderEffects {

    private final OrderLedger ledger;
    private final HoldBook holds;
    private final SessionBook sessions;
    private final MailQueue mails;

    OrderEffects(OrderLedger ledger, HoldBook holds, SessionBook sessions, MailQueue mails) {
        this.ledger = ledger;
        this.holds = holds;
        this.sessions = sessions;
        this.mails = mails;
    }

    /** Locks session, buyer's share and order, in that order (T6), and reads the order as it is then. */
    Locked lock(TicketOrder found) {
        var session = sessions.lock(found.facts().sessionId());
        return new Locked(session, ledger.lock(found.facts()));
    }

    /** Paid: the seats are sold if they are still there, otherwise the money goes back (T3). */
    TicketOrder pay(TicketOrder.Pending order, ShoppingSession session) {
        var facts = order.facts();
        var hold = orderedHold(facts);
        if (ledger.eventIsCancelled(facts)) {
            holds.giveUp(hold);
            return refundClaimed(facts);
        }
        if (!holds.sell(hold)) {
            return refundClaimed(facts);
        }
        var paid = ledger.paid(facts);
        mails.queue(TicketOrder.CONFIRMATION_MAIL, facts.code());
        if ((session.ordersLeft() == 0 || session.seatsLeft() == 0) && !ledger.hasPending(facts.sessionId())) {
            sessions.end(session, EndReason.DONE);
        }
        return paid;
    }

    /** Declined: the hold is as it was, and the limits too. */
    TicketOrder decline(TicketOrder.Pending order) {
        var facts = order.facts();
        sessions.giveBack(facts.sessionId(), facts.seats());
        var declined = ledger.declined(facts);
        holds.reopen(orderedHold(facts));
        return declined;
    }

    /** Paid after it was declined: the hold may be gone or be ordered again, so the money goes back. */
    TicketOrder refund(TicketOrder.Declined order) {
        return ledger.refunded(order.facts());
    }

    /** All taken back: the seats are on sale again, the tickets are void, what was paid for them goes back. */
    TicketOrder cancel(TicketOrder.Paid order, VoidReason reason) {
        var valid = order.validTickets();
        return takeBack(order, new OrderLedger.TakeBack(valid, valid.stream().mapToInt(Ticket::paid).sum(), reason));
    }

    /** Some taken back; the others stay as they are. */
    TicketOrder takeBack(TicketOrder.Paid order, OrderLedger.TakeBack what) {
        var after = ledger.takeBack(order, what);
        holds.returnSeats(order.facts().eventId(), what.tickets().stream().map(Ticket::seatId).toList());
        return after;
    }

    private TicketOrder refundClaimed(TicketOrder.Facts facts) {
        sessions.giveBack(facts.sessionId(), facts.seats());
        return ledger.lost(facts);
    }

    private SeatHold.Ordered orderedHold(TicketOrder.Facts facts) {
        return holds.find(facts.holdId(), facts.sessionId())
                .filter(SeatHold.Ordered.class::isInstance)
                .map(SeatHold.Ordered.class::cast)
                .orElseThrow(() -> new IllegalStateException("a pending order without its ordered hold"));
    }

    /** An order and its session under lock. */
    record Locked(ShoppingSession session, TicketOrder order) {}
}
