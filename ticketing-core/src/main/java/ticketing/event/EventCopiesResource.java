package ticketing.event;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.http.IfMatch;

/** The next event like this one. */
@Path("/api/ticketing/events/{event}/copies")
@Authenticated
@RunOnVirtualThread
class EventCopiesResource {

    private final Events events;
    private final CopyEvent copyEvent;
    private final CurrentCaller caller;

    EventCopiesResource(Events events, CopyEvent copyEvent, CurrentCaller caller) {
        this.events = events;
        this.copyEvent = copyEvent;
        this.caller = caller;
    }

    @POST
    public Response copy(@PathParam("event") String id, @Valid @NotNull EventCopy wanted) {
        events.forOrganizer(id);
        return switch (copyEvent.copy(id, wanted, caller.get().id())) {
            case EventOutcome.Saved(String copy) -> created(events.find(copy).orElseThrow());
            case EventOutcome.Refused refusal -> EventAnswers.refusal(refusal).toResponse();
        };
    }

    private static Response created(EventView event) {
        return Response.created(URI.create("/api/ticketing/events/" + event.id()))
                .header(HttpHeaders.ETAG, IfMatch.etag(event.version())).entity(event).build();
    }
}
