package ticketing.webhook;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.webhook.WebhookOutboxStore.Answer;
import ticketing.webhook.WebhookOutboxStore.Delivery;
import ticketing.webhook.WebhookOutboxStore.Outcome;

/**
 * The database's side of sending: what is due, and what an answer means for it. Sending itself happens between the two,
 * outside any transaction; a crash there sends a message twice, never not at all.
 */
@ApplicationScoped
class DeliverWebhooks {

    private final WebhookOutboxStore store;
    private final AuditTrail audit;
    private final WebhookConfig config;

    DeliverWebhooks(WebhookOutboxStore store, AuditTrail audit, WebhookConfig config) {
        this.store = store;
        this.audit = audit;
        this.config = config;
    }

    @Transactional
    List<Delivery> take() {
        return store.take(config.atOnce(), config.patience().multipliedBy(3), config.secretOverlap());
    }

    @Transactional
    void answered(Delivery delivery, Answer answer) {
        store.log(delivery, answer);
        if (answer.outcome() == Outcome.DELIVERED) {
            store.delivered(delivery);
            return;
        }
        if (delivery.attempts() > config.retries().size()) {
            store.giveUp(delivery);
        } else {
            store.later(delivery, config.retries().get(delivery.attempts() - 1));
        }
        var tooLong = store.failing(delivery.endpointId(), config.pause(), config.disableAfter());
        if (answer.outcome() == Outcome.GONE) {
            disable(delivery, "GONE");
        } else if (tooLong) {
            disable(delivery, "FAILING");
        }
    }

    @Transactional
    void forget() {
        store.forget(config.keep());
    }

    private void disable(Delivery delivery, String reason) {
        if (store.disable(delivery.endpointId(), reason)) {
            audit.recordOfItself(delivery.organization(), "webhook.disabled", delivery.endpointId(),
                    Map.of("reason", reason));
        }
    }
}
