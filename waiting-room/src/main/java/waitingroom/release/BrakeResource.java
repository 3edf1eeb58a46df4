package waitingroom.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.staff.Staff;

/** The brake for all releases at once. */
@Path("/api/waiting-room/brake")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
class BrakeResource {

    private final GlobalBrake brake;
    private final Staff staff;

    BrakeResource(GlobalBrake brake, Staff staff) {
        this.brake = brake;
        this.staff = staff;
    }

    @GET
    @RunOnVirtualThread
    public GlobalBrake.View read() {
        return brake.read();
    }

    /** The reason is what fans are told, too. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public GlobalBrake.View pull(@Valid @NotNull BrakeRequest wish) {
        return brake.pull(wish.reason(), staff);
    }

    @DELETE
    @RunOnVirtualThread
    public GlobalBrake.View letGo() {
        return brake.letGo(staff);
    }

    record BrakeRequest(@NotBlank @Size(max = 200) String reason) {}
}
