package ticketing.availability;

import java.time.InstantSource;

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
import ticketing.http.IfMatch;

/** What is free right now, from memory. */
@Path("/api/ticketing/events")
class AvailabilityResource {

    private final LiveEvents live;
    private final RefreshViews refreshViews;
    private final InstantSource clock;

    AvailabilityResource(LiveEvents live, RefreshViews refreshViews, InstantSource clock) {
        this.live = live;
        this.refreshViews = refreshViews;
        this.clock = clock;
    }

    @GET
    @Path("/{event}/availability")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response availability(@PathParam("event") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        var event = live.find(id).orElseThrow(Events.UNKNOWN::toException);
        refreshViews.catchUp();
        var snapshot = event.snapshot(clock.instant());
        var etag = IfMatch.etag(snapshot.version());
        var answer = etag.equals(known) ? Response.notModified() : Response.ok(snapshot.json());
        return answer.header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL,
                AvailabilityRoute.SHARED_FOR_A_SECOND).build();
    }
}
