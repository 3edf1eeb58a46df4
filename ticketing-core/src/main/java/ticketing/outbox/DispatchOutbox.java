package ticketing.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * The database's side of sending: what is next, and what may be forgotten. Sending itself happens between the two,
 * outside any transaction; a crash there sends a message twice, never not at all.
 */
@ApplicationScoped
class DispatchOutbox {

    private final OutboxStore store;
    private final OutboxConfig config;

    DispatchOutbox(OutboxStore store, OutboxConfig config) {
        this.store = store;
        this.config = config;
    }

    @Transactional
    List<OutboxStore.Message> next() {
        return store.oldest(config.batch());
    }

    @Transactional
    void sent(List<OutboxStore.Message> messages) {
        store.forget(messages);
    }

    /** To be read before the messages are: it holds once those found afterwards are sent. */
    @Transactional
    Optional<Instant> watermark() {
        return store.quietBefore(config.watermarkMargin().toMillis() / 1000.0);
    }

    static Map<String, String> fieldsOf(OutboxStore.Message message) {
        var fields = new HashMap<String, String>();
        message.fields().forEach(field -> fields.put(field.getKey(), String.valueOf(field.getValue())));
        fields.put("at", Long.toString(message.writtenAt().toEpochMilli()));
        return fields;
    }
}
