package ticketing.order;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.idempotency.AnsweredOnce;
import ticketing.idempotency.IdempotentRequest;

/** What a buyer does with single tickets; each call answers with the order as it is then. */
@Path("/api/ticketing/orders/{code}/tickets/{ticket}")
class TicketChangesResource {

    private final ChangeTicket changeTicket;
    private final ReadOrder readOrder;
    private final AnsweredOnce answeredOnce;

    TicketChangesResource(ChangeTicket changeTicket, ReadOrder readOrder, AnsweredOnce answeredOnce) {
        this.changeTicket = changeTicket;
        this.readOrder = readOrder;
        this.answeredOnce = answeredOnce;
    }

    /** The old ticket is void from then on, and named as replaced; the new one has an id and a code of its own. */
    @POST
    @Path("/holder")
    @RunOnVirtualThread
    public Response changeHolder(@PathParam("code") String code, @PathParam("ticket") String ticket,
            @HeaderParam("Authorization") OrderBearer bearer, @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull HolderBody body) {
        var order = new Opened(code, OrderBearer.secret(bearer).orElse(""));
        return once(order, "/tickets/" + ticket + "/holder", key, answeredOnce.text(body), () -> idOf(ticket)
                .flatMap(id -> changeTicket.changeHolder(code, order.secret(), id, body.holder())));
    }

    @POST
    @Path("/return")
    @RunOnVirtualThread
    public Response giveBack(@PathParam("code") String code, @PathParam("ticket") String ticket,
            @HeaderParam("Authorization") OrderBearer bearer, @HeaderParam("Idempotency-Key") String key) {
        var order = new Opened(code, OrderBearer.secret(bearer).orElse(""));
        return once(order, "/tickets/" + ticket + "/return", key, "",
                () -> idOf(ticket).flatMap(id -> changeTicket.giveBack(code, order.secret(), id)));
    }

    /** Whoever cannot open the order learns nothing, and uses up no key of whoever can. */
    private Response once(Opened order, String path, String key, String body,
            Supplier<Optional<TicketChangeOutcome>> change) {
        if (readOrder.read(order.code(), order.secret()).isEmpty()) {
            return OrderProblems.noOrder().toResponse();
        }
        if (key == null || !IdempotentRequest.acceptable(key)) {
            return OrderProblems.keyMissing().toResponse();
        }
        return answeredOnce.answer(new IdempotentRequest("order " + order.code() + " POST " + path, key, body),
                () -> reply(order, change.get().orElseGet(TicketChangeOutcome.NotValid::new)));
    }

    private AnsweredOnce.Reply reply(Opened order, TicketChangeOutcome outcome) {
        return outcome instanceof TicketChangeOutcome.Done
                ? AnsweredOnce.Reply.of(200,
                        readOrder.read(order.code(), order.secret()).map(OrderView::of).orElseThrow())
                : AnsweredOnce.Reply.of(OrderProblems.of(outcome));
    }

    private static Optional<UUID> idOf(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** An order and what should open it. */
    private record Opened(String code, String secret) {}
}
