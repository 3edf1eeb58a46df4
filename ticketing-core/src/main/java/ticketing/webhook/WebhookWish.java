package ticketing.webhook;

import java.util.List;
import java.util.Optional;

/** What a receiver is to be; what is empty stays as it is. */
record WebhookWish(Optional<String> url, Optional<String> description, Optional<List<String>> eventTypes,
        Optional<Boolean> enabled) {}
