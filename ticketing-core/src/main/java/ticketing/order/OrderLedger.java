package ticketing.order;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.order.PaymentStore.PaymentState;
import ticketing.promo.PromoBook;

/** Writes an order's transitions down: order, payment, tickets and the buyer's share agree at every commit. */
@ApplicationScoped
class OrderLedger {

    private final OrderStore orders;
    private final PaymentStore payments;
    private final BuyerShareStore shares;
    private final PromoBook promos;
    private final OrderMoney money;

    OrderLedger(OrderStore orders, PaymentStore payments, BuyerShareStore shares, PromoBook promos,
            OrderMoney money) {
        this.orders = orders;
        this.payments = payments;
        this.shares = shares;
        this.promos = promos;
        this.money = money;
    }

    /** Buyer's share, promo code and order, in that order (T6). */
    TicketOrder lock(TicketOrder.Facts order) {
        shares.lockOf(order.code());
        order.promoCode().ifPresent(code -> promos.lock(order.eventId(), code));
        return orders.lock(order.code());
    }

    boolean eventIsCancelled(TicketOrder.Facts order) {
        return orders.eventMoment(order.eventId()).cancelled();
    }

    boolean hasPending(UUID sessionId) {
        return orders.pendingOf(sessionId) > 0;
    }

    TicketOrder paid(TicketOrder.Facts order) {
        money.came(order);
        var tickets = orders.issueTickets(order);
        orders.settle(order.code(), "PAID");
        return new TicketOrder.Paid(order, tickets);
    }

    TicketOrder declined(TicketOrder.Facts order) {
        payments.change(order.paymentId(), PaymentState.DECLINED);
        giveBackClaims(order);
        return settled(order, "DECLINED");
    }

    /** Paid when the seats were gone. */
    TicketOrder lost(TicketOrder.Facts order) {
        giveBackClaims(order);
        return refunded(order);
    }

    /** Paid when nothing was claimed any more. */
    TicketOrder refunded(TicketOrder.Facts order) {
        money.goesBack(order, order.amount(), VoidReason.REFUNDED);
        return settled(order, "REFUNDED");
    }

    /** Takes valid tickets of a paid order back for so much money; with the last one the order is cancelled. */
    TicketOrder takeBack(TicketOrder.Paid order, TakeBack what) {
        var facts = order.facts();
        money.goesBack(facts, what.amount(), what.reason());
        shares.giveBack(facts.code(), what.tickets().size());
        orders.voidTickets(what.tickets(), what.reason());
        if (what.tickets().size() < order.validTickets().size()) {
            return orders.find(facts.code()).orElseThrow();
        }
        givePromoBack(facts);
        return settled(facts, "CANCELLED");
    }

    /** The buyer's share, and the use of a promo code. Both are locked already. */
    private void giveBackClaims(TicketOrder.Facts order) {
        shares.giveBack(order.code(), order.seats());
        givePromoBack(order);
    }

    private void givePromoBack(TicketOrder.Facts order) {
        order.promoCode().ifPresent(code -> promos.giveBack(order.eventId(), code));
    }

    /** Which tickets are taken back, for how much, and why. */
    record TakeBack(List<Ticket> tickets, int amount, VoidReason reason) {}

    private TicketOrder settled(TicketOrder.Facts order, String state) {
        orders.settle(order.code(), state);
        return orders.find(order.code()).orElseThrow();
    }
}
