package ticketing.order;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.buyer.LinkedBuyers;
import ticketing.mail.MailQueue;
import ticketing.terms.OrderTerms;
import ticketing.terms.Terms;

/** Changes single tickets inside a use case's transaction; their order is locked before. */
@ApplicationScoped
class TicketChanges {

    private final TicketChangeStore store;
    private final Terms terms;
    private final MailQueue mails;
    private final LinkedBuyers linked;

    TicketChanges(TicketChangeStore store, Terms terms, MailQueue mails, LinkedBuyers linked) {
        this.linked = linked;
        this.store = store;
        this.terms = terms;
        this.mails = mails;
    }

    OrderTerms terms(TicketOrder order) {
        return terms.of(order.facts().eventId());
    }

    /** Locks the ticket, as scans do. */
    boolean isInside(Ticket ticket) {
        return store.lockedAndInside(ticket.id());
    }

    /** A new ticket for the seat; its holder gets it by mail, if there is an address. */
    void replace(TicketOrder.Facts order, Ticket ticket, Ticket.Holder holder) {
        var replacement = store.replace(ticket.id(), holder);
        holder.email().ifPresent(email -> {
            linked.noteHolder(order.code(), order.eventId(), email);
            mails.queue(TicketOrder.HOLDER_MAIL, replacement.toString());
        });
    }
}
