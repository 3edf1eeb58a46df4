package ticketing.event;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.http.IfMatch;

/** What organizers do with their events. */
@Path("/api/ticketing/events")
@Authenticated
@RunOnVirtualThread
class EventChangesResource {

    private static final Problem UNKNOWN_ORGANIZATION = Problem.of(404, "unknown-organization",
            "There is no such organization", "Check organizationId, or ask an admin to add you to it.");

    private final Events events;
    private final CreateEvent createEvent;
    private final ChangeEvent changeEvent;
    private final EventStates states;
    private final CurrentCaller caller;

    EventChangesResource(Events events, CreateEvent createEvent, ChangeEvent changeEvent, EventStates states,
            CurrentCaller caller) {
        this.events = events;
        this.createEvent = createEvent;
        this.changeEvent = changeEvent;
        this.states = states;
        this.caller = caller;
    }

    @POST
    public Response create(@Valid @NotNull NewEvent request) {
        var by = caller.get();
        by.demandOrganizer(request.organizationId(), UNKNOWN_ORGANIZATION);
        return switch (createEvent.create(request, by.id())) {
            case EventOutcome.Saved(String id) -> created(events.find(id).orElseThrow());
            case EventOutcome.Refused refusal -> EventAnswers.refusal(refusal).toResponse();
        };
    }

    @PATCH
    @Path("/{event}")
    public Response change(@PathParam("event") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull EventChange change) {
        events.forOrganizer(id);
        return answer(changeEvent.change(id, change, ifMatch, caller.get().id()));
    }

    @POST
    @Path("/{event}/publication")
    public Response publish(@PathParam("event") String id) {
        events.forOrganizer(id);
        return answer(states.publish(id, caller.get().id()));
    }

    @POST
    @Path("/{event}/postponement")
    public Response postpone(@PathParam("event") String id) {
        events.forOrganizer(id);
        return answer(states.postpone(id, caller.get().id()));
    }

    @POST
    @Path("/{event}/cancellation")
    public Response cancel(@PathParam("event") String id) {
        events.forOrganizer(id);
        return answer(states.cancel(id, caller.get().id()));
    }

    private Response answer(EventOutcome outcome) {
        return switch (outcome) {
            case EventOutcome.Saved(String id) -> EventResource.show(events.find(id).orElseThrow());
            case EventOutcome.Refused refusal -> EventAnswers.refusal(refusal).toResponse();
        };
    }

    private static Response created(EventView event) {
        return Response.created(URI.create("/api/ticketing/events/" + event.id()))
                .header(HttpHeaders.ETAG, IfMatch.etag(event.version())).entity(event).build();
    }
}
