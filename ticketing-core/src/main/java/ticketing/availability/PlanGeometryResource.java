package ticketing.availability;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.event.Events;
import ticketing.plan.Plans;

/** Where the seats of an event are. Never changes, so browsers may keep it. */
@Path("/api/ticketing/events")
class PlanGeometryResource {

    private static final String FOR_GOOD = "public, max-age=86400, immutable";

    private final Events events;
    private final Plans plans;

    PlanGeometryResource(Events events, Plans plans) {
        this.events = events;
        this.plans = plans;
    }

    @GET
    @Path("/{event}/plan")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response plan(@PathParam("event") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        var event = events.findVisible(id).orElseThrow(Events.UNKNOWN::toException);
        var etag = "\"" + event.planId() + "\"";
        var answer = etag.equals(known)
                ? Response.notModified()
                : Response.ok(plans.geometry(event.planId()).orElseThrow());
        return answer.header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, FOR_GOOD).build();
    }
}
