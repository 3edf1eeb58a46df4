package waitingroom.queue;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.release.StaffDoor;

/** The places of a release that are put aside until somebody looked at them, those that wait longest first. */
@Path("/api/waiting-room/releases/{id}/reviews")
@RolesAllowed({ "admin", "organizer", "steward" })
@Produces(MediaType.APPLICATION_JSON)
class ReviewLaneResource {

    private static final int MOST = 1_000;

    private final StaffDoor door;
    private final QueueStore store;

    ReviewLaneResource(StaffDoor door, QueueStore store) {
        this.door = door;
        this.store = store;
    }

    @GET
    @RunOnVirtualThread
    public Lane lane(@PathParam("id") String id) {
        door.ownForStewardsToo(id);
        var all = store.reviewed(id);
        return new Lane(all.stream().limit(MOST).toList(), all.size());
    }

    /** @param waiting how many there are in all; at most a thousand are listed */
    record Lane(List<Reviewed> items, int waiting) {}
}
