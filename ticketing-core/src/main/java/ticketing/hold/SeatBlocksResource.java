package ticketing.hold;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.event.Events;

/** Seats an organizer keeps back, and gives back to the sale. */
@Path("/api/ticketing/events")
@Authenticated
@RunOnVirtualThread
class SeatBlocksResource {

    private final Events events;
    private final BlockSeats blockSeats;
    private final CurrentCaller caller;

    SeatBlocksResource(Events events, BlockSeats blockSeats, CurrentCaller caller) {
        this.events = events;
        this.blockSeats = blockSeats;
        this.caller = caller;
    }

    @POST
    @Path("/{event}/seat-blocks")
    public Response block(@PathParam("event") String event, @Valid @NotNull SeatBlockRequest body) {
        return answer(blockSeats.block(wish(event, body)));
    }

    @POST
    @Path("/{event}/seat-blocks/lifting")
    public Response lift(@PathParam("event") String event, @Valid @NotNull SeatBlockRequest body) {
        return answer(blockSeats.unblock(wish(event, body)));
    }

    private BlockSeats.Wish wish(String event, SeatBlockRequest body) {
        var organization = events.forOrganizer(event).organizationId();
        return new BlockSeats.Wish(event, organization, body.seats(), body.reason(), caller.get().id());
    }

    private static Response answer(BlockOutcome outcome) {
        return switch (outcome) {
            case BlockOutcome.Changed(int seats) -> Response.ok(new Changed(seats)).build();
            case BlockOutcome.Taken(List<String> seats) -> Problem
                    .of(409, "seats-taken", "Fans have some of these seats",
                            "Nothing was changed. Leave out the seats that are named, or refund their orders first.")
                    .with("seats", seats).toResponse();
            case BlockOutcome.Unknown(List<String> seats) -> Problem.of(422, "unknown-seat",
                    "Some of these seats are not on sale",
                    "Nothing was changed. Check the ids against the plan, and publish the event first.")
                    .with("seats", seats).toResponse();
        };
    }

    /** @param reason for the trail, such as "mixing desk" */
    record SeatBlockRequest(@NotEmpty @Size(max = 1000) List<@NotBlank @Size(max = 100) String> seats,
            @NotBlank @Size(max = 200) String reason) {}

    record Changed(int changed) {}
}
