package ticketing.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import ticketing.money.Money;

/** Everything that an organization keeps of a buyer (E2), as it is handed to them. */
record CustomerRecord(String organizationId, String email, Instant at, List<OrderRecord> orders,
        List<HeldTicketRecord> ticketsFromOthers, List<WaitingRecord> waitingLists) {

    /** A ticket that somebody else bought and passed on to them. */
    record HeldTicketRecord(UUID id, String eventId, String seat, String name, String state) {}

    record WaitingRecord(String eventId, int quantity, String state, Instant joinedAt) {}

    record OrderRecord(String code, String eventId, String event, Instant startsAt, String state, String name,
            String email, int seats, Money total, Instant createdAt, String paidWith, String paymentState,
            List<TicketRecord> tickets) {}

    /** @param holder whom it was passed on to; empty when it is the buyer's */
    record TicketRecord(UUID id, String seat, String category, String state, Instant issuedAt,
            Optional<String> holder, List<PassageRecord> passages) {}

    record PassageRecord(Instant at, String direction, String gate, String outcome) {}
}
