package ticketing.buyer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.mail.Mails;
import ticketing.secret.TicketKey;

/**
 * Tells a buyer again who comes under another name: by device key, mailbox, card and whom tickets went to. A limit for
 * one buyer is one for all orders that hang together. To be used inside a use case's transaction.
 */
@ApplicationScoped
public class LinkedBuyers {

    private final BuyerMarkStore store;
    private final ClusterStore clusters;
    private final TicketKey key;

    LinkedBuyers(BuyerMarkStore store, ClusterStore clusters, TicketKey key) {
        this.store = store;
        this.clusters = clusters;
        this.key = key;
    }

    /** By what a buyer is told again. */
    public record Who(String email, Optional<String> deviceKey) {}

    /**
     * Seats that the buyer may still have, whatever the name; empty when there is no such event. Until the transaction
     * ends nobody else who hangs together with this buyer is told anything.
     */
    public Optional<Integer> seatsLeft(String eventId, Who who) {
        var own = marksOf(who);
        // Looked at before it is locked, so that all of a cluster lock the same marks in the same order.
        var known = new TreeSet<>(own);
        var cluster = store.cluster(eventId, own);
        while (cluster.isPresent()) {
            known.addAll(cluster.get().marks());
            store.lock(eventId, known);
            cluster = store.cluster(eventId, own);
            if (cluster.map(found -> known.containsAll(found.marks())).orElse(true)) {
                return cluster.map(found -> found.most() - found.seats());
            }
        }
        return Optional.empty();
    }

    /** The order is this buyer's from now on. */
    public void note(String orderCode, String eventId, Who who) {
        store.note(orderCode, eventId, marksOf(who));
    }

    /** The order was paid by this card. */
    public void notePayment(String orderCode, String eventId, String fingerprint) {
        store.note(orderCode, eventId, List.of(mark(Mark.Kind.PAYMENT, fingerprint)));
    }

    /** A ticket of the order went to somebody else. */
    public void noteHolder(String orderCode, String eventId, String email) {
        store.note(orderCode, eventId, List.of(mark(Mark.Kind.HOLDER, Mails.mailbox(email))));
    }

    /** Nothing tells any more that tickets of an organization's events went to this address. */
    public void forgetHolder(String organization, String email) {
        clusters.forgetHolder(organization, mark(Mark.Kind.HOLDER, Mails.mailbox(email)));
    }

    private Collection<Mark> marksOf(Who who) {
        return Stream.concat(Stream.of(mark(Mark.Kind.MAILBOX, Mails.mailbox(who.email()))),
                who.deviceKey().map(thumbprint -> mark(Mark.Kind.DEVICE, thumbprint)).stream()).toList();
    }

    private Mark mark(Mark.Kind kind, String of) {
        return Mark.of(kind, key.derive("buyer-mark-" + kind.name().toLowerCase(java.util.Locale.ROOT), of));
    }
}
