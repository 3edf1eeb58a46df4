package ticketing.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import ticketing.money.Money;

/** Everything that an organization keeps of a buyer (E2), as it is handed to them. */
record CustomerRecord(String organizationId, String email, Instant at, List<OrderRecord> orders) {

    record OrderRecord(String code, String eventId, String event, Instant startsAt, String state, String name,
            String email, int seats, Money total, Instant createdAt, String paidWith, String paymentState,
            List<TicketRecord> tickets) {}

    record TicketRecord(UUID id, String seat, String category, String state, Instant issuedAt,
            List<PassageRecord> passages) {}

    record PassageRecord(Instant at, String direction, String gate, String outcome) {}
}
