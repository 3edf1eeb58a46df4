package ticketing.eventrefund;

import java.time.Instant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.event.EventState;
import ticketing.event.Events;
import ticketing.idempotency.AnsweredOnce;
import ticketing.idempotency.IdempotentRequest;
import ticketing.money.Money;

/** All orders of a cancelled event go back: started by its organizer, who sees how far it is. */
@Path("/api/ticketing/events/{event}/refunds")
@Authenticated
@RunOnVirtualThread
class EventRefundsResource {

    private final Events events;
    private final RefundEvent refundEvent;
    private final AnsweredOnce answeredOnce;
    private final CurrentCaller caller;

    EventRefundsResource(Events events, RefundEvent refundEvent, AnsweredOnce answeredOnce, CurrentCaller caller) {
        this.events = events;
        this.refundEvent = refundEvent;
        this.answeredOnce = answeredOnce;
        this.caller = caller;
    }

    @POST
    public Response start(@PathParam("event") String id, @HeaderParam("Idempotency-Key") String key) {
        var event = events.forOrganizer(id);
        var staff = caller.get().id();
        if (key == null || !IdempotentRequest.acceptable(key)) {
            return Problem.of(400, "idempotency-key-missing", "The request could be sent twice by accident",
                    "Send an Idempotency-Key header: the same for a retry.").toResponse();
        }
        if (event.state() != EventState.CANCELLED) {
            return Problem.of(409, "event-not-cancelled", "The event takes place",
                    "Cancel it first, or refund single orders.").toResponse();
        }
        return answeredOnce.answer(new IdempotentRequest(staff + " POST /events/" + id + "/refunds", key, ""),
                () -> AnsweredOnce.Reply.of(202,
                        ProgressView.of(id, refundEvent.start(id, event.organizationId(), staff))));
    }

    @GET
    public Response progress(@PathParam("event") String id) {
        events.forOrganizer(id);
        return refundEvent.progress(id)
                .map(progress -> Response.ok(ProgressView.of(id, progress)).header("Cache-Control", "no-store").build())
                .orElseGet(() -> Problem.of(404, "not-found", "Nothing of this event is being refunded",
                        "Start it, once the event is cancelled.").toResponse());
    }

    /** @param state DONE when every order is taken back, and all of their money has gone back */
    record ProgressView(String eventId, String state, Instant startedAt, Orders orders, Refunds refunds) {

        static ProgressView of(String eventId, RefundProgress progress) {
            var currency = progress.currency();
            return new ProgressView(eventId, progress.done() ? "DONE" : "RUNNING", progress.startedAt(),
                    new Orders(progress.orders(), progress.takenBack(), progress.orders() - progress.takenBack(),
                            progress.troubled()),
                    new Refunds(progress.refundsDue(), progress.refundsTroubled(),
                            new Money(progress.amountDue(), currency), new Money(progress.amountReturned(), currency)));
        }
    }

    /** @param troubled of those waiting, which were tried before */
    record Orders(long total, long takenBack, long waiting, long troubled) {}

    /** @param troubled of those waiting, which were tried before */
    record Refunds(long waiting, long troubled, Money due, Money returned) {}
}
