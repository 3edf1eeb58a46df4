package ticketing.order;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** An order, for whoever has its secret. Without it there is nothing here: whether a code exists is not told. */
@Path("/api/ticketing/orders/{code}")
class OrderResource {

    private final ReadOrder readOrder;
    private final CancelOrder cancelOrder;

    OrderResource(ReadOrder readOrder, CancelOrder cancelOrder) {
        this.readOrder = readOrder;
        this.cancelOrder = cancelOrder;
    }

    @GET
    @RunOnVirtualThread
    public Response read(@PathParam("code") String code, @HeaderParam("Authorization") OrderBearer bearer) {
        return OrderBearer.secret(bearer).flatMap(secret -> readOrder.read(code, secret))
                .map(OrderResource::view)
                .orElseGet(() -> OrderProblems.noOrder().toResponse());
    }

    @POST
    @Path("/cancellation")
    @RunOnVirtualThread
    public Response cancel(@PathParam("code") String code, @HeaderParam("Authorization") OrderBearer bearer) {
        var secret = OrderBearer.secret(bearer);
        var outcome = secret.flatMap(given -> cancelOrder.cancel(code, given));
        if (outcome.isEmpty()) {
            return OrderProblems.noOrder().toResponse();
        }
        return switch (outcome.get()) {
            case CancelOrder.CancelOutcome.Done done -> readOrder.read(code, secret.orElseThrow())
                    .map(OrderResource::view).orElseThrow();
            case CancelOrder.CancelOutcome.NotPaidYet pending -> Problem.of(409, "order-pending",
                    "The payment is still on its way", "Wait until it has arrived; then you can cancel.").toResponse();
            case CancelOrder.CancelOutcome.EventHasBegun begun -> Problem.of(409, "event-begun",
                    "The event has begun", "Tickets are taken back before that only.").toResponse();
        };
    }

    private static Response view(OrderDetails details) {
        return Response.ok(OrderView.of(details)).header("Cache-Control", "no-store").build();
    }
}
