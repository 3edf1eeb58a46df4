package ticketing.order;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.idempotency.AnsweredOnce;
import ticketing.idempotency.IdempotentRequest;

/** Refunds by the organizer of the event. */
@Path("/api/ticketing/orders/{code}/refund")
@Authenticated
class RefundResource {

    private final RefundOrder refundOrder;
    private final ReadOrder readOrder;
    private final AnsweredOnce answeredOnce;
    private final CurrentCaller caller;

    RefundResource(RefundOrder refundOrder, ReadOrder readOrder, AnsweredOnce answeredOnce, CurrentCaller caller) {
        this.refundOrder = refundOrder;
        this.readOrder = readOrder;
        this.answeredOnce = answeredOnce;
        this.caller = caller;
    }

    @POST
    @RunOnVirtualThread
    public Response refund(@PathParam("code") String code, @HeaderParam("Idempotency-Key") String key) {
        var staff = caller.get();
        var organization = refundOrder.organizationOf(code);
        if (organization.isEmpty()) {
            return OrderProblems.noOrder().toResponse();
        }
        staff.demandOrganizer(organization.get(), OrderProblems.noOrder());
        if (key == null || !IdempotentRequest.acceptable(key)) {
            return OrderProblems.keyMissing().toResponse();
        }
        return answeredOnce.answer(new IdempotentRequest(staff.id() + " POST /orders/" + code + "/refund", key, ""),
                () -> refundOrder.refund(code, staff.id())
                        ? AnsweredOnce.Reply.of(200, readOrder.read(code).map(OrderView::of).orElseThrow())
                        : AnsweredOnce.Reply.of(notPaid()));
    }

    private static Problem notPaid() {
        return Problem.of(409, "order-not-paid", "There is nothing to give back",
                "The order is not paid. Look at its state again in a moment.");
    }
}
