package ticketing.order;

import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.client.SameOrigin;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.admission.ShopperReader;
import ticketing.money.Money;
import ticketing.terms.BillView;

/** What a hold would cost with a promo code. Guarded like an order, or codes could be guessed here. */
@Path("/api/ticketing/holds/{hold}/quote")
class QuoteResource {

    private final QuoteOrder quoteOrder;
    private final ShopperReader request;

    QuoteResource(QuoteOrder quoteOrder, ShopperReader request) {
        this.quoteOrder = quoteOrder;
        this.request = request;
    }

    @POST
    @SameOrigin
    @Guarded(Action.PAY)
    @RunOnVirtualThread
    public Response quote(@PathParam("hold") String hold, @Valid @NotNull QuoteRequest body) {
        var quote = idOf(hold).flatMap(id -> quoteOrder.quote(id, body.promoCode(), request.shopper()));
        if (quote.isEmpty()) {
            return OrderProblems.of(new OrderOutcome.NoHold()).toResponse();
        }
        return switch (quote.get()) {
            case QuoteOrder.Quote.Refused refused -> OrderProblems.of(refused.outcome()).toResponse();
            case QuoteOrder.Quote.Offered offered -> Response.ok(new QuoteView(
                    new Money(offered.bill().total(), offered.currency()),
                    BillView.of(offered.bill(), offered.currency()))).header("Cache-Control", "no-store").build();
        };
    }

    private static Optional<UUID> idOf(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    record QuoteRequest(@NotBlank @Size(max = 60) String promoCode) {}

    record QuoteView(Money total, BillView bill) {}
}
