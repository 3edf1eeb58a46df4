package ticketing.order;

import java.util.UUID;

/** The wish to buy what is held. */
record OrderRequest(UUID holdId, TicketOrder.Buyer buyer, String paymentMethod, String paymentToken,
        String idempotencyKey) {}
