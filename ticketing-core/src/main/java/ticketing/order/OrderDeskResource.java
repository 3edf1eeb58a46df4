package ticketing.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.ResponseHeader;
import ticketing.access.CurrentCaller;
import ticketing.event.Events;
import ticketing.idempotency.AnsweredOnce;
import ticketing.idempotency.IdempotentRequest;

/** An order on the desk of the event's organizer: all there is to know of it, and what helps a buyer who calls. */
@Path("/api/ticketing/events/{event}/orders/{code}")
@Authenticated
@RunOnVirtualThread
class OrderDeskResource {

    private final Events events;
    private final OrderDesk desk;
    private final AnsweredOnce answeredOnce;
    private final CurrentCaller caller;

    OrderDeskResource(Events events, OrderDesk desk, AnsweredOnce answeredOnce, CurrentCaller caller) {
        this.events = events;
        this.desk = desk;
        this.answeredOnce = answeredOnce;
        this.caller = caller;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public OrderFileView read(@PathParam("event") String event, @PathParam("code") String code) {
        events.forOrganizer(event);
        return desk.read(event, code).map(OrderFileView::of).orElseThrow(OrderProblems.noOrder()::toException);
    }

    /** The letter with the tickets goes to the buyer again. */
    @POST
    @Path("/letter")
    public Response sendAgain(@PathParam("event") String event, @PathParam("code") String code) {
        var order = asked(event, code);
        return switch (desk.sendAgain(order)) {
            case OrderDesk.LetterOutcome.Queued queued -> Response.accepted(new Told(code)).build();
            case OrderDesk.LetterOutcome.NothingToSend nothing -> OrderProblems.notPaid().toResponse();
            case OrderDesk.LetterOutcome.NoOrder none -> OrderProblems.noOrder().toResponse();
        };
    }

    /** As its buyer may, and whether or not the order terms let buyers do it. */
    @POST
    @Path("/tickets/{ticket}/holder")
    public Response changeHolder(@PathParam("event") String event, @PathParam("code") String code,
            @PathParam("ticket") UUID ticket, @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull HolderBody body) {
        var order = asked(event, code);
        if (desk.read(event, code).isEmpty()) {
            return OrderProblems.noOrder().toResponse();
        }
        if (key == null || !IdempotentRequest.acceptable(key)) {
            return OrderProblems.keyMissing().toResponse();
        }
        return answeredOnce.answer(new IdempotentRequest(
                order.staff() + " POST /orders/" + code + "/tickets/" + ticket + "/holder", key,
                answeredOnce.text(body)), () -> reply(order, desk.changeHolder(order, ticket, body.holder())));
    }

    private AnsweredOnce.Reply reply(OrderDesk.Asked order, TicketChangeOutcome outcome) {
        return outcome instanceof TicketChangeOutcome.Done
                ? AnsweredOnce.Reply.of(200,
                        desk.read(order.event(), order.code()).map(OrderFileView::of).orElseThrow())
                : AnsweredOnce.Reply.of(OrderProblems.of(outcome));
    }

    private OrderDesk.Asked asked(String event, String code) {
        var organization = events.forOrganizer(event).organizationId();
        return new OrderDesk.Asked(event, code, organization, caller.get().id());
    }

    record Told(String order) {}

    /**
     * @param order   as its buyer sees it
     * @param lines   what was ordered, whatever became of it
     * @param refunds what has gone back, or is due to
     * @param history what happened to it, the first first
     */
    record OrderFileView(OrderView order, List<LineView> lines, List<RefundView> refunds, List<HappeningView> history) {

        static OrderFileView of(OrderFile file) {
            var currency = file.details().order().facts().currency();
            return new OrderFileView(OrderView.of(file.details()),
                    file.lines().stream().map(line -> LineView.of(line, currency)).toList(),
                    file.refunds().stream().map(refund -> RefundView.of(refund, currency)).toList(),
                    file.history().stream().map(what -> HappeningView.of(what, currency)).toList());
        }
    }

    record LineView(String seat, String label, String category, OrderView.Money price, OrderView.Money discount,
            OrderView.Money fee) {

        static LineView of(OrderFile.Line line, String currency) {
            return new LineView(line.seatId(), line.label(), line.category(),
                    new OrderView.Money(line.amount(), currency), new OrderView.Money(line.discount(), currency),
                    new OrderView.Money(line.fee(), currency));
        }
    }

    /** @param attempts how often the provider was asked for it */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record RefundView(UUID id, OrderView.Money amount, String reason, String state, int attempts, Instant createdAt,
            Optional<Instant> doneAt) {

        static RefundView of(OrderFile.Refund refund, String currency) {
            return new RefundView(refund.id(), new OrderView.Money(refund.amount(), currency), refund.reason(),
                    refund.state(), refund.attempts(), refund.createdAt(), refund.doneAt());
        }
    }

    /**
     * @param seats  which seats it was about
     * @param by     the member of staff who did it
     * @param detail a reason or a gate, or for STAFF the action as it stands in the audit trail
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record HappeningView(Instant at, OrderFile.What what, Optional<String> seats, Optional<OrderView.Money> amount,
            Optional<String> by, Optional<String> detail, Optional<String> reason) {

        static HappeningView of(OrderFile.Happening happening, String currency) {
            return new HappeningView(happening.at(), happening.what(), happening.seats(),
                    happening.amount().map(amount -> new OrderView.Money(amount, currency)), happening.by(),
                    happening.detail(), happening.reason());
        }
    }
}
