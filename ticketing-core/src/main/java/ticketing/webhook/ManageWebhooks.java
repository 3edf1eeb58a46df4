package ticketing.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.id.ShortId;

/** What organizers do with their receivers; all of it stands in the trail. */
@ApplicationScoped
class ManageWebhooks {

    private final WebhookEndpointStore endpoints;
    private final WebhookLogStore log;
    private final Webhooks webhooks;
    private final AuditTrail audit;
    private final InstantSource clock;

    ManageWebhooks(WebhookEndpointStore endpoints, WebhookLogStore log, Webhooks webhooks, AuditTrail audit,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.log = log;
        this.webhooks = webhooks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty when the organization has too many. */
    @Transactional
    Optional<WebhookEndpoint> add(String organization, WebhookWish wish, int most, UUID by) {
        if (endpoints.count(organization) >= most) {
            return Optional.empty();
        }
        var id = ShortId.next();
        endpoints.add(id, organization, wish, clock.instant());
        audit.record(by, organization, "webhook.added", id);
        return endpoints.find(organization, id);
    }

    @Transactional
    Optional<WebhookEndpoint> change(String organization, String id, WebhookWish wish, UUID by) {
        if (endpoints.change(organization, id, wish)) {
            audit.record(by, Optional.of(organization), "webhook.changed", id,
                    wish.enabled().map(enabled -> Map.of("enabled", enabled)).orElse(Map.of()));
        }
        return endpoints.find(organization, id);
    }

    /** The version of the new secret. */
    @Transactional
    Optional<Integer> rotateSecret(String organization, String id, UUID by) {
        var version = endpoints.rotateSecret(organization, id);
        version.ifPresent(changed -> audit.record(by, organization, "webhook.secret-changed", id));
        return version;
    }

    @Transactional
    boolean remove(String organization, String id, UUID by) {
        var removed = endpoints.remove(organization, id);
        if (removed) {
            audit.record(by, organization, "webhook.removed", id);
        }
        return removed;
    }

    /** The id of the message. */
    @Transactional
    String tryOut(String id) {
        return webhooks.tryOut(id);
    }

    @Transactional
    boolean replay(String organization, String id, String message, UUID by) {
        var found = log.replay(id, message);
        if (found) {
            audit.record(by, Optional.of(organization), "webhook.replayed", id, Map.of("message", message));
        }
        return found;
    }

    @Transactional
    int replaySince(String organization, String id, Instant since, UUID by) {
        var messages = log.replaySince(id, since);
        audit.record(by, Optional.of(organization), "webhook.replayed", id, Map.of("since", since.toString(),
                "messages", messages));
        return messages;
    }
}
