package ticketing.order;

import java.util.Optional;
import java.util.UUID;

/** The wish to buy what is held. */
record OrderRequest(UUID holdId, TicketOrder.Buyer buyer, Optional<String> promoCode, String paymentMethod,
        String paymentToken, String idempotencyKey) {}
