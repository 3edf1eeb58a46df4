package ticketing.order;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
    public Response refund(@PathParam("code") String code, @HeaderParam("Idempotency-Key") String key,
            @Valid RefundBody body) {
        var staff = caller.get();
        var organization = refundOrder.organizationOf(code);
        if (organization.isEmpty()) {
            return OrderProblems.noOrder().toResponse();
        }
        staff.demandOrganizer(organization.get(), OrderProblems.noOrder());
        if (key == null || !IdempotentRequest.acceptable(key)) {
            return OrderProblems.keyMissing().toResponse();
        }
        var wanted = Optional.ofNullable(body).orElse(RefundBody.WHOLE);
        return answeredOnce.answer(new IdempotentRequest(staff.id() + " POST /orders/" + code + "/refund", key,
                wanted.equals(RefundBody.WHOLE) ? "" : answeredOnce.text(wanted)),
                () -> reply(code, refundOrder.refund(code, wanted.wanted(), staff.id())));
    }

    private AnsweredOnce.Reply reply(String code, RefundOrder.RefundOutcome outcome) {
        return switch (outcome) {
            case RefundOrder.RefundOutcome.Done done -> AnsweredOnce.Reply.of(200,
                    readOrder.read(code).map(OrderView::of).orElseThrow());
            case RefundOrder.RefundOutcome.NotPaid not -> AnsweredOnce.Reply.of(OrderProblems.notPaid());
            case RefundOrder.RefundOutcome.NotValid not -> AnsweredOnce.Reply.of(Problem.of(422, "ticket-not-valid",
                    "Some of these are no valid tickets of the order",
                    "Nothing was changed. Read the order again and name valid tickets.")
                    .with("tickets", not.tickets()));
        };
    }

    /** What is to be refunded; without a body, or without tickets: the whole order. */
    record RefundBody(@Size(max = 100) List<@NotNull UUID> tickets, Boolean keepFees, @Size(max = 200) String reason) {

        static final RefundBody WHOLE = new RefundBody(null, null, null);

        RefundOrder.Wanted wanted() {
            return new RefundOrder.Wanted(tickets == null ? Set.of() : Set.copyOf(tickets),
                    Boolean.TRUE.equals(keepFees), reason == null ? "" : reason);
        }
    }
}
