package ticketing.event;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.Role;
import ticketing.http.IfMatch;

/** One event, for everybody. */
@Path("/api/ticketing/events")
@RunOnVirtualThread
class EventResource {

    private final Events events;

    EventResource(Events events) {
        this.events = events;
    }

    @GET
    @Path("/{event}")
    public Response get(@PathParam("event") String id) {
        return events.findVisible(id).map(EventResource::show).orElseGet(Events.UNKNOWN::toResponse);
    }

    /** For the waiting room: who may open the doors of this event. */
    @GET
    @Path("/{event}/ownership")
    @Authenticated
    public Ownership ownership(@PathParam("event") String id) {
        var event = events.forStaff(id, Role.values());
        return new Ownership(event.id(), event.organizationId());
    }

    static Response show(EventView event) {
        var cache = event.state() == EventState.DRAFT ? "no-store" : "public, max-age=1";
        return Response.ok(event).header(HttpHeaders.ETAG, IfMatch.etag(event.version()))
                .header(HttpHeaders.CACHE_CONTROL, cache).build();
    }

    record Ownership(String eventId, String organizationId) {}
}
