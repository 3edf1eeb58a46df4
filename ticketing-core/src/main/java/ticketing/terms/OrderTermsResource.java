package ticketing.terms;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.event.EventView;
import ticketing.event.Events;
import ticketing.money.Money;

/** Fees, tax, and what buyers may do with their tickets: for everybody to read, for organizers to set. */
@Path("/api/ticketing/events/{event}/order-terms")
@RunOnVirtualThread
class OrderTermsResource {

    private final Events events;
    private final Terms terms;
    private final CurrentCaller caller;

    OrderTermsResource(Events events, Terms terms, CurrentCaller caller) {
        this.events = events;
        this.terms = terms;
        this.caller = caller;
    }

    @GET
    public TermsView read(@PathParam("event") String id) {
        var event = events.findVisible(id).orElseThrow(Events.UNKNOWN::toException);
        return TermsView.of(terms.of(id), event);
    }

    @PUT
    @Authenticated
    public TermsView set(@PathParam("event") String id, @Valid @NotNull TermsBody body) {
        var event = events.forOrganizer(id);
        terms.set(id, event.organizationId(), body.terms(), caller.get().id());
        return TermsView.of(terms.of(id), event);
    }

    /** The whole of the terms; what is left out gets its default. */
    record TermsBody(@Valid FeeBody serviceFee,
            @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal taxPercent,
            Boolean holderChanges, Boolean returns, Instant returnsUntil, Boolean waitingList,
            Attendees attendees) {

        OrderTerms terms() {
            var fee = Optional.ofNullable(serviceFee).orElse(new FeeBody(null, null));
            boolean returnable = Optional.ofNullable(returns).orElse(returnsUntil != null);
            return new OrderTerms(new Fees(Optional.ofNullable(fee.amountPerTicket()).orElse(0), points(fee.percent()),
                    points(taxPercent)), Optional.ofNullable(holderChanges).orElse(true), returnable,
                    Optional.ofNullable(returnsUntil).filter(end -> returnable),
                    Optional.ofNullable(waitingList).orElse(true),
                    Optional.ofNullable(attendees).orElse(Attendees.NONE));
        }

        private static int points(BigDecimal percent) {
            return percent == null ? 0 : BillView.basisPoints(percent);
        }
    }

    /** @param percent of a ticket's price */
    record FeeBody(@Min(0) @Max(1_000_000) Integer amountPerTicket,
            @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal percent) {}

    record TermsView(FeeView serviceFee, BigDecimal taxPercent, boolean holderChanges, boolean returns,
            Instant returnsUntil, boolean waitingList, Attendees attendees) {

        static TermsView of(OrderTerms terms, EventView event) {
            var fees = terms.fees();
            return new TermsView(new FeeView(new Money(fees.perTicket(), event.currency()),
                    BillView.percent(fees.basisPoints())), BillView.percent(fees.taxBasisPoints()),
                    terms.holderChanges(), terms.returns(),
                    terms.returns() ? terms.returnsUntil().orElse(event.startsAt()) : null, terms.waitingList(),
                    terms.attendees());
        }
    }

    record FeeView(Money perTicket, BigDecimal percent) {}
}
