package ticketing.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A receiver of an organization, as its organizers see it.
 *
 * @param failingSince   when deliveries began to fail; empty while the latest arrived
 * @param disabledReason FAILING, GONE (it said so) or BY_STAFF; empty while it is told
 */
record WebhookEndpoint(String id, String url, String description, List<String> eventTypes, Instant createdAt,
        Optional<Instant> failingSince, Optional<Instant> disabledAt, Optional<String> disabledReason) {}
