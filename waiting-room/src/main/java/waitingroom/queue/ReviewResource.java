package waitingroom.queue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.audit.AuditStore;
import waitingroom.queue.QueueStore.ReviewStep;
import waitingroom.release.StaffDoor;
import waitingroom.staff.Staff;

/** Where staff put a place aside to look at it, without its losing its turn. */
@Path("/api/waiting-room/releases/{id}/places/{place}/review")
@RolesAllowed({ "admin", "organizer", "steward" })
@Produces(MediaType.APPLICATION_JSON)
class ReviewResource {

    private final StaffDoor door;
    private final QueueStore store;
    private final AuditStore audit;
    private final Staff staff;

    ReviewResource(StaffDoor door, QueueStore store, AuditStore audit, Staff staff) {
        this.door = door;
        this.store = store;
        this.audit = audit;
        this.staff = staff;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response review(@PathParam("id") String id, @PathParam("place") @Min(1) long place,
            @Valid @NotNull ReviewRequest request) {
        var stored = door.ownForStewardsToo(id);
        if (!store.review(id, place, request.step())) {
            return Problem.of(409, "not-waiting", "That place does not wait",
                    "Only a place that waits, or is called and not in yet, can be put aside.").toResponse();
        }
        audit.add(staff.id(), "review-" + request.step(), id, stored.release().organizationId(), "place " + place);
        return Response.noContent().build();
    }

    record ReviewRequest(@NotNull ReviewStep step) {}
}
