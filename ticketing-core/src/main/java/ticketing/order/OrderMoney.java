package ticketing.order;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.money.Money;
import ticketing.order.PaymentStore.PaymentState;
import ticketing.webhook.WebhookEvent;
import ticketing.webhook.Webhooks;

/** An order's money came, or goes back: written down, and told to the organization's own systems. */
@ApplicationScoped
class OrderMoney {

    private final PaymentStore payments;
    private final RefundStore refunds;
    private final Webhooks webhooks;

    OrderMoney(PaymentStore payments, RefundStore refunds, Webhooks webhooks) {
        this.payments = payments;
        this.refunds = refunds;
        this.webhooks = webhooks;
    }

    void came(TicketOrder.Facts order) {
        payments.change(order.paymentId(), PaymentState.PAID);
        webhooks.tell(WebhookEvent.ORDER_PAID, order.eventId(), facts(order));
    }

    void goesBack(TicketOrder.Facts order, int amount, VoidReason reason) {
        payments.refundDue(order.paymentId(), amount);
        if (amount > 0) {
            refunds.add(order.paymentId(), amount, reason);
        }
        var news = new HashMap<>(facts(order));
        news.put("refunded", new Money(amount, order.currency()));
        webhooks.tell(WebhookEvent.ORDER_REFUNDED, order.eventId(), news);
    }

    private static Map<String, Object> facts(TicketOrder.Facts order) {
        return Map.of("order", order.code(), "eventId", order.eventId(), "seats", order.seats(), "total",
                new Money(order.amount(), order.currency()));
    }
}
