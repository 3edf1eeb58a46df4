package ticketing.hold;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.client.SameOrigin;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.admission.ShopperReader;

/** Holding seats of an event. */
@Path("/api/ticketing/events/{event}/holds")
class EventHoldsResource {

    private final HoldSeats holdSeats;
    private final ShopperReader request;
    private final HoldMetrics metrics;

    EventHoldsResource(HoldSeats holdSeats, ShopperReader request, HoldMetrics metrics) {
        this.holdSeats = holdSeats;
        this.request = request;
        this.metrics = metrics;
    }

    @POST
    @SameOrigin
    @Guarded(Action.HOLD)
    @RunOnVirtualThread
    public Response place(@PathParam("event") String event, @Valid @NotNull HoldRequest body) {
        var wish = body.wish();
        if (wish.isEmpty()) {
            return HoldProblems.malformed().toResponse();
        }
        var outcome = holdSeats.hold(event, wish.get(), request.shopper());
        metrics.count(outcome);
        return outcome instanceof HoldOutcome.Held held
                ? Response.status(Response.Status.CREATED)
                        .header("Location", "/api/ticketing/holds/" + held.hold().claim().id())
                        .entity(HoldView.of(held.hold())).build()
                : HoldProblems.of(outcome).toResponse();
    }
}
