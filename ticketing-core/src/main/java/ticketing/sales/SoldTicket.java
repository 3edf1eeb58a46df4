package ticketing.sales;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One line of an export: a ticket, and whose it is. */
record SoldTicket(String order, String orderState, Instant orderedAt, String name, String email, UUID ticket,
        String seat, String category, int amount, String currency, String state, Optional<Instant> enteredAt) {}
