package ticketing.order;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.mail.MailQueue;

/** What an organizer does for buyers of their events. The trail says who did it, and nothing about the buyer (E2). */
@ApplicationScoped
class OrderDesk {

    private final ReadOrder readOrder;
    private final OrderFileStore files;
    private final ChangeTicket changeTicket;
    private final MailQueue mails;
    private final AuditTrail audit;

    OrderDesk(ReadOrder readOrder, OrderFileStore files, ChangeTicket changeTicket, MailQueue mails,
            AuditTrail audit) {
        this.readOrder = readOrder;
        this.files = files;
        this.changeTicket = changeTicket;
        this.mails = mails;
        this.audit = audit;
    }

    /** Which order, whose event it is for, and who asks. */
    record Asked(String event, String code, String organization, UUID staff) {}

    /** Empty when it is no order of the event. */
    @Transactional
    Optional<OrderFile> read(String event, String code) {
        return readOrder.read(code).filter(order -> order.event().id().equals(event))
                .map(order -> new OrderFile(order, files.lines(code), files.refunds(code), files.history(code)));
    }

    /** Sent once, however often it is asked for before it went out. */
    @Transactional
    LetterOutcome sendAgain(Asked asked) {
        var found = readOrder.read(asked.code()).filter(order -> order.event().id().equals(asked.event()));
        if (found.isEmpty()) {
            return new LetterOutcome.NoOrder();
        }
        if (!(found.get().order() instanceof TicketOrder.Paid)) {
            return new LetterOutcome.NothingToSend();
        }
        mails.queue(TicketOrder.CONFIRMATION_MAIL, asked.code());
        audit.record(asked.staff(), asked.organization(), "order.letter-sent-again", asked.code());
        return new LetterOutcome.Queued();
    }

    @Transactional
    TicketChangeOutcome changeHolder(Asked asked, UUID ticket, Ticket.Holder holder) {
        var outcome = changeTicket.changeHolder(asked.code(), ticket, holder);
        if (outcome instanceof TicketChangeOutcome.Done) {
            audit.record(asked.staff(), Optional.of(asked.organization()), "ticket.holder-changed", asked.code(),
                    Map.of("ticket", ticket.toString()));
        }
        return outcome;
    }

    /** What became of the wish to send the letter again. */
    sealed interface LetterOutcome {

        record Queued() implements LetterOutcome {}

        /** It is not paid, or was taken back. */
        record NothingToSend() implements LetterOutcome {}

        record NoOrder() implements LetterOutcome {}
    }
}
