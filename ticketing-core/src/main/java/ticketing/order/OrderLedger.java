package ticketing.order;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.order.PaymentStore.PaymentState;

/** Writes an order's transitions down: order, payment, tickets and the buyer's share agree at every commit. */
@ApplicationScoped
class OrderLedger {

    private final OrderStore orders;
    private final PaymentStore payments;
    private final BuyerShareStore shares;

    OrderLedger(OrderStore orders, PaymentStore payments, BuyerShareStore shares) {
        this.orders = orders;
        this.payments = payments;
        this.shares = shares;
    }

    TicketOrder lock(String code) {
        shares.lockOf(code);
        return orders.lock(code);
    }

    boolean eventIsCancelled(TicketOrder.Facts order) {
        return orders.eventMoment(order.eventId()).cancelled();
    }

    boolean hasPending(UUID sessionId) {
        return orders.pendingOf(sessionId) > 0;
    }

    TicketOrder paid(TicketOrder.Facts order) {
        payments.change(order.paymentId(), PaymentState.PAID);
        orders.issueTickets(order);
        return settled(order, "PAID");
    }

    TicketOrder declined(TicketOrder.Facts order) {
        payments.change(order.paymentId(), PaymentState.DECLINED);
        shares.giveBack(order.code());
        return settled(order, "DECLINED");
    }

    /** Paid when the seats were gone. */
    TicketOrder lost(TicketOrder.Facts order) {
        shares.giveBack(order.code());
        return refunded(order);
    }

    /** Paid when nothing was claimed any more. */
    TicketOrder refunded(TicketOrder.Facts order) {
        payments.change(order.paymentId(), PaymentState.REFUND_DUE);
        return settled(order, "REFUNDED");
    }

    TicketOrder cancelled(TicketOrder.Facts order) {
        payments.change(order.paymentId(), PaymentState.REFUND_DUE);
        shares.giveBack(order.code());
        orders.voidTickets(order.code());
        return settled(order, "CANCELLED");
    }

    private TicketOrder settled(TicketOrder.Facts order, String state) {
        orders.settle(order.code(), state);
        return orders.find(order.code()).orElseThrow();
    }
}
