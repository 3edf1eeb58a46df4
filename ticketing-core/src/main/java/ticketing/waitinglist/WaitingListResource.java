package ticketing.waitinglist;

import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import botdefense.Action;
import botdefense.Guarded;
import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.event.EventView;
import ticketing.event.Events;
import ticketing.event.SaleState;

/** Lining up for an event that is sold out. */
@Path("/api/ticketing/events/{event}/waiting-list")
class WaitingListResource {

    private final Events events;
    private final JoinWaitingList joinWaitingList;
    private final ManageEntry manageEntry;

    WaitingListResource(Events events, JoinWaitingList joinWaitingList, ManageEntry manageEntry) {
        this.events = events;
        this.joinWaitingList = joinWaitingList;
        this.manageEntry = manageEntry;
    }

    @POST
    @Guarded(Action.HOLD)
    @RunOnVirtualThread
    public Response join(@PathParam("event") String id, @Valid @NotNull JoinBody body) {
        var event = events.findVisible(id).orElseThrow(Events.UNKNOWN::toException);
        var category = Optional.ofNullable(body.category());
        if (event.saleState() != SaleState.ON_SALE && event.saleState() != SaleState.SOLD_OUT) {
            return Problem.of(422, "not-on-sale", "The event is not on sale", "Its page says why.").toResponse();
        }
        if (category.isPresent() && idOf(event, category.get()).isEmpty()) {
            return Problem.of(422, "unknown-category", "The event has no such category",
                    "Take one from the event's list.").toResponse();
        }
        if (body.quantity() > event.maxSeatsPerOrder()) {
            return Problem.of(422, "over-limit", "That is too many seats",
                    "You may take %d in one order.".formatted(event.maxSeatsPerOrder()))
                    .with("seatsAllowed", event.maxSeatsPerOrder()).toResponse();
        }
        return answer(joinWaitingList.join(new JoinWaitingList.Wish(id, body.email().strip(),
                category.flatMap(name -> idOf(event, name)), body.quantity())));
    }

    private Response answer(JoinWaitingList.JoinOutcome outcome) {
        return switch (outcome) {
            case JoinWaitingList.JoinOutcome.Joined joined -> Response.status(Response.Status.CREATED)
                    .entity(EntryView.of(joined.entry(), manageEntry.ahead(joined.entry())).with(joined.secret()))
                    .header("Cache-Control", "no-store").build();
            case JoinWaitingList.JoinOutcome.SeatsFree free -> Problem.of(409, "seats-free",
                    "There are seats to be had", "Pick them on the event's page; there is no need to wait.")
                    .toResponse();
            case JoinWaitingList.JoinOutcome.AlreadyWaiting already -> Problem.of(409, "already-waiting",
                    "This address is in the line already", "Wait for the mail; nobody is ahead twice.").toResponse();
            case JoinWaitingList.JoinOutcome.NotOffered not -> Problem.of(409, "waiting-list-off",
                    "There is no waiting list for this event", "Look at the event's page from time to time.")
                    .toResponse();
        };
    }

    private static Optional<String> idOf(EventView event, String category) {
        return event.categories().stream()
                .filter(known -> known.id().equals(category) || known.name().equals(category))
                .map(EventView.Category::id).findFirst();
    }

    /** @param category id or name; any when left out */
    record JoinBody(
            @NotBlank @Size(max = 254) @Email(regexp = "[^\\s\\p{Cntrl}]+@[^\\s\\p{Cntrl}]+") String email,
            @NotNull @Min(1) @Max(100) Integer quantity, @Size(min = 1, max = 200) String category) {}
}
