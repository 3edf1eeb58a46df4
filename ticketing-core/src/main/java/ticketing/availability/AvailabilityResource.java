package ticketing.availability;

import java.time.InstantSource;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.event.EventView;
import ticketing.event.Events;

/** What is free right now. */
@Path("/api/ticketing/events")
class AvailabilityResource {

    private final Events events;
    private final SnapshotStore snapshots;
    private final InstantSource clock;

    AvailabilityResource(Events events, SnapshotStore snapshots, InstantSource clock) {
        this.events = events;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @GET
    @Path("/{event}/availability")
    @RunOnVirtualThread
    public Snapshot availability(@PathParam("event") String id) {
        var event = events.findVisible(id).orElseThrow(Events.UNKNOWN::toException);
        return new Snapshot(clock.millis() * 1000, event.categories(), snapshots.letters(id));
    }

    record Snapshot(long version, List<EventView.Category> categories, String seats) {}
}
