package ticketing.order;

import java.util.Optional;
import java.util.UUID;

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

/** Buying what is held. */
@Path("/api/ticketing/holds/{hold}/order")
class PlaceOrderResource {

    private final AuthorizeShopper authorize;
    private final PlaceOrder placeOrder;
    private final AnsweredOnce answeredOnce;
    private final ShopperReader request;
    private final OrderMetrics metrics;

    PlaceOrderResource(AuthorizeShopper authorize, PlaceOrder placeOrder, AnsweredOnce answeredOnce,
            ShopperReader request, OrderMetrics metrics) {
        this.authorize = authorize;
        this.placeOrder = placeOrder;
        this.answeredOnce = answeredOnce;
        this.request = request;
        this.metrics = metrics;
    }

    @POST
    @SameOrigin
    @Guarded(Action.PAY)
    @RunOnVirtualThread
    public Response place(@PathParam("hold") String hold, @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull OrderBody body) {
        if (key == null || !IdempotentRequest.acceptable(key)) {
            return OrderProblems.keyMissing().toResponse();
        }
        return switch (authorize.authorize(request.shopper())) {
            case SessionAccess.NoSession none -> OrderProblems.of(new OrderOutcome.NoHold()).toResponse();
            case SessionAccess.Refusal refusal -> AdmissionProblems.of(refusal).toResponse();
            case SessionAccess.Granted granted -> answeredOnce.answer(
                    new IdempotentRequest(granted.session().id() + " POST /holds/" + hold + "/order", key,
                            answeredOnce.text(body)),
                    () -> place(hold, key, body, granted.session().id()));
        };
    }

    private AnsweredOnce.Reply place(String hold, String key, OrderBody body, UUID session) {
        var outcome = idOf(hold).map(id -> placeOrder.place(body.toRequest(id, key), session))
                .orElseGet(OrderOutcome.NoHold::new);
        metrics.count(outcome);
        return outcome instanceof OrderOutcome.Placed placed
                ? AnsweredOnce.Reply.of(201, OrderView.placed(placed))
                : AnsweredOnce.Reply.of(OrderProblems.of(outcome));
    }

    private static Optional<UUID> idOf(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
