package ticketing.webhook;

import java.util.Arrays;
import java.util.Optional;

/** What organizations' own systems can be told. */
public enum WebhookEvent {

    ORDER_PAID("order.paid"),
    /** The money goes back, whoever wanted it: the buyer, the organizer, or we because the seats were gone. */
    ORDER_REFUNDED("order.refunded"), TICKET_CHECKED_IN("ticket.checked_in"), EVENT_PUBLISHED(
            "event.published"), EVENT_CANCELLED("event.cancelled"),
    /** Sent when an organizer asks for it, to try a receiver. */
    TEST("webhook.test");

    private final String key;

    WebhookEvent(String key) {
        this.key = key;
    }

    /** As it stands in messages and in the API. */
    public String key() {
        return key;
    }

    static Optional<WebhookEvent> of(String key) {
        return Arrays.stream(values()).filter(event -> event.key.equals(key)).findFirst();
    }
}
