package ticketing.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ticketing.id.ShortId;

/**
 * Tells an event's organization what happened, in the transaction that makes it happen: neither is without the other. It
 * costs one statement, which writes nothing where nobody listens. Messages are thin: ids, sums and states, no names.
 */
@ApplicationScoped
public class Webhooks {

    private final WebhookOutboxStore store;
    private final ObjectMapper json;
    private final InstantSource clock;

    Webhooks(WebhookOutboxStore store, ObjectMapper json, InstantSource clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** @param data what the receiver gets to know; no personal data */
    public void tell(WebhookEvent event, String eventId, Map<String, ?> data) {
        store.tell(nextId(), event.key(), payload(event, data), eventId);
    }

    /** A message for one receiver alone; its id. */
    String tryOut(String endpoint) {
        var id = nextId();
        store.tellOne(id, WebhookEvent.TEST.key(), payload(WebhookEvent.TEST, Map.of("webhook", endpoint)), endpoint);
        return id;
    }

    private static String nextId() {
        return "msg_" + ShortId.next() + ShortId.next();
    }

    private String payload(WebhookEvent event, Map<String, ?> data) {
        try {
            return json.writeValueAsString(new Message(event.key(), clock.instant(), data));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a message that is no JSON", e);
        }
    }

    /** As Standard Webhooks would have it. */
    private record Message(String type, Instant timestamp, Map<String, ?> data) {}
}
