package ticketing.auditor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Proves from the data, beside the running sale, that the books are right. It trusts nothing but the rows, changes
 * nothing, locks nothing, and sees all of them at one moment.
 */
@ApplicationScoped
class AuditSale {

    private final AuditorStore store;
    private final AuditorConfig config;
    private final InstantSource clock;

    AuditSale(AuditorStore store, AuditorConfig config, InstantSource clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Looks at the events that were touched within the configured time. */
    @Transactional
    AuditReport audit() {
        return audit(clock.instant().minus(config.lookBack()));
    }

    /** Looks at the events that had an order or a hold since then. */
    @Transactional
    AuditReport audit(Instant since) {
        store.freeze();
        var most = config.mostFindings();
        var findings = new ArrayList<Finding>();
        findings.addAll(store.soldTwice(since, most));
        findings.addAll(store.overlappingHolds(since, most));
        findings.addAll(store.paidForNothing(since, most));
        findings.addAll(store.ticketsWithoutPayment(since, most));
        findings.addAll(store.ordersThatDoNotAddUp(since, most));
        findings.addAll(store.seatsAndTicketsThatDisagree(since, most));
        var books = store.books(since);
        books.stream().filter(event -> event.difference().amount() != 0).map(AuditSale::unbalanced)
                .forEach(findings::add);
        return AuditReport.of(clock.instant(), since, List.copyOf(findings), books);
    }

    private static Finding unbalanced(EventBooks books) {
        return new Finding(Rule.MONEY_DOES_NOT_ADD_UP, books.eventId(), books.eventId(),
                "taken=%d refunded=%d tickets=%d fees_kept=%d".formatted(books.taken().amount(),
                        books.refunded().amount(), books.ticketsWorth().amount(), books.feesKept().amount()));
    }
}
