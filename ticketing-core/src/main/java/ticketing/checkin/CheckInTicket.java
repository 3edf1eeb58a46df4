package ticketing.checkin;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.webhook.WebhookEvent;
import ticketing.webhook.Webhooks;

/**
 * Lets whoever has a ticket in once, and in again after they went out. A scan that was recorded is answered the same
 * way when it is sent again.
 */
@ApplicationScoped
class CheckInTicket {

    private final CheckInStore store;
    private final Webhooks webhooks;

    CheckInTicket(CheckInStore store, Webhooks webhooks) {
        this.store = store;
        this.webhooks = webhooks;
    }

    @Transactional
    ScanOutcome check(Scan scan, UUID staff) {
        var ticket = store.lock(scan.ticket(), scan.event());
        if (ticket.isEmpty()) {
            return new ScanOutcome.UnknownTicket();
        }
        return store.byNonce(scan.event(), scan.nonce())
                .map(recorded -> again(scan, ticket.get(), recorded))
                .orElseGet(() -> record(scan, ticket.get(), staff));
    }

    private ScanOutcome record(Scan scan, ScannedTicket ticket, UUID staff) {
        var outcome = decide(scan, ticket);
        if (!store.add(scan, nameOf(outcome), staff)) {
            return new ScanOutcome.NonceReused();
        }
        if (outcome instanceof ScanOutcome.Accepted && scan.direction() == Direction.IN) {
            webhooks.tell(WebhookEvent.TICKET_CHECKED_IN, scan.event(), Map.of("ticket", ticket.id(), "eventId",
                    scan.event(), "gate", scan.gate(), "at", scan.at()));
        }
        return outcome;
    }

    private ScanOutcome decide(Scan scan, ScannedTicket ticket) {
        if (ticket.eventCancelled()) {
            return new ScanOutcome.EventCancelled();
        }
        if (ticket.replaced()) {
            return new ScanOutcome.TicketReplaced();
        }
        if (!ticket.valid()) {
            return new ScanOutcome.TicketCancelled();
        }
        var inside = store.lastPassage(ticket.id(), Long.MAX_VALUE)
                .filter(passed -> passed.direction() == Direction.IN);
        return switch (scan.direction()) {
            case IN -> inside.<ScanOutcome>map(entry -> new ScanOutcome.AlreadyIn(entry.passage()))
                    .orElseGet(() -> accepted(scan, ticket));
            case OUT -> inside.isPresent() ? accepted(scan, ticket) : new ScanOutcome.NotIn();
        };
    }

    private static ScanOutcome accepted(Scan scan, ScannedTicket ticket) {
        return new ScanOutcome.Accepted(ticket, scan.direction(), new Passage(scan.gate(), scan.at()));
    }

    private ScanOutcome again(Scan scan, ScannedTicket ticket, CheckInStore.Recorded recorded) {
        if (!recorded.ticket().equals(scan.ticket()) || recorded.direction() != scan.direction()) {
            return new ScanOutcome.NonceReused();
        }
        return switch (recorded.outcome()) {
            case "ACCEPTED" -> new ScanOutcome.Accepted(ticket, recorded.direction(), recorded.passage());
            case "ALREADY_IN" -> new ScanOutcome.AlreadyIn(
                    store.lastPassage(ticket.id(), recorded.id()).orElseThrow().passage());
            case "NOT_IN" -> new ScanOutcome.NotIn();
            case "TICKET_CANCELLED" -> new ScanOutcome.TicketCancelled();
            case "TICKET_REPLACED" -> new ScanOutcome.TicketReplaced();
            case "EVENT_CANCELLED" -> new ScanOutcome.EventCancelled();
            default -> throw new IllegalStateException("unknown outcome in the book: " + recorded.outcome());
        };
    }

    private static String nameOf(ScanOutcome outcome) {
        return switch (outcome) {
            case ScanOutcome.Accepted accepted -> "ACCEPTED";
            case ScanOutcome.AlreadyIn already -> "ALREADY_IN";
            case ScanOutcome.NotIn notIn -> "NOT_IN";
            case ScanOutcome.TicketCancelled cancelled -> "TICKET_CANCELLED";
            case ScanOutcome.TicketReplaced replaced -> "TICKET_REPLACED";
            case ScanOutcome.EventCancelled cancelled -> "EVENT_CANCELLED";
            case ScanOutcome.NonceReused reused -> throw new IllegalArgumentException("is not written down");
            case ScanOutcome.UnknownTicket unknown -> throw new IllegalArgumentException("is not written down");
        };
    }
}
