package ticketing.hold;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.client.SameOrigin;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.admission.AdmissionProblems;
import ticketing.admission.AuthorizeShopper;
import ticketing.admission.SessionAccess;
import ticketing.admission.ShopperReader;
import ticketing.idempotency.AnsweredOnce;
import ticketing.idempotency.IdempotentRequest;

/** Holding seats of an event. */
@Path("/api/ticketing/events/{event}/holds")
class EventHoldsResource {

    private final AuthorizeShopper authorize;
    private final HoldSeats holdSeats;
    private final AnsweredOnce answeredOnce;
    private final ShopperReader request;
    private final HoldMetrics metrics;

    EventHoldsResource(AuthorizeShopper authorize, HoldSeats holdSeats, AnsweredOnce answeredOnce,
            ShopperReader request, HoldMetrics metrics) {
        this.authorize = authorize;
        this.answeredOnce = answeredOnce;
        this.holdSeats = holdSeats;
        this.request = request;
        this.metrics = metrics;
    }

    @POST
    @SameOrigin
    @Guarded(Action.HOLD)
    @RunOnVirtualThread
    public Response place(@PathParam("event") String event, @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull HoldRequest body) {
        var wish = body.wish();
        if (wish.isEmpty()) {
            return HoldProblems.malformed().toResponse();
        }
        if (key != null && IdempotentRequest.acceptable(key)) {
            return placeOnce(event, key, body, wish.get());
        }
        var outcome = holdSeats.hold(event, wish.get(), request.shopper());
        metrics.count(outcome);
        return outcome instanceof HoldOutcome.Held held
                ? Response.status(Response.Status.CREATED).entity(HoldView.of(held.hold())).build()
                : HoldProblems.of(outcome).toResponse();
    }

    /** The proof is checked first: a refused one must not become the answer that the key keeps. */
    private Response placeOnce(String event, String key, HoldRequest body, SeatWish wish) {
        return switch (authorize.authorize(request.shopper())) {
            case SessionAccess.Refusal refusal -> AdmissionProblems.of(refusal).toResponse();
            case SessionAccess.Granted granted -> answeredOnce.answer(
                    new IdempotentRequest(granted.session().id() + " POST /events/" + event + "/holds", key,
                            answeredOnce.text(body)),
                    () -> reply(holdSeats.hold(event, wish, granted.session().id())));
        };
    }

    private AnsweredOnce.Reply reply(HoldOutcome outcome) {
        metrics.count(outcome);
        return outcome instanceof HoldOutcome.Held held
                ? AnsweredOnce.Reply.of(201, HoldView.of(held.hold()))
                : AnsweredOnce.Reply.of(HoldProblems.of(outcome));
    }
}
