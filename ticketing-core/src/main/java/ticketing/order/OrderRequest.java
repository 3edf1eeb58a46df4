package ticketing.order;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The wish to buy what is held.
 *
 * @param attendees who comes, by the seat's id, as far as the buyer says
 */
record OrderRequest(UUID holdId, TicketOrder.Buyer buyer, Optional<String> promoCode, Map<String, String> attendees,
        String paymentMethod, String paymentToken, String idempotencyKey) {}
