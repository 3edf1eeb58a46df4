package waitingroom.admission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
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
import waitingroom.release.StaffDoor;
import waitingroom.staff.Staff;

/** Where staff take back the admission of a place. */
@Path("/api/waiting-room/releases/{id}/admissions/{place}/revocation")
@RolesAllowed({ "admin", "organizer", "steward" })
@Produces(MediaType.APPLICATION_JSON)
class RevocationResource {

    private final StaffDoor door;
    private final RevokeAdmission revokeAdmission;
    private final AuditStore audit;
    private final Staff staff;

    RevocationResource(StaffDoor door, RevokeAdmission revokeAdmission, AuditStore audit, Staff staff) {
        this.door = door;
        this.revokeAdmission = revokeAdmission;
        this.audit = audit;
        this.staff = staff;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response revoke(@PathParam("id") String id, @PathParam("place") @Min(1) long place) {
        var stored = door.own(id);
        if (!revokeAdmission.revoke(id, place)) {
            return Problem.of(404, "unknown-admission", "That place has no admission",
                    "Admissions are found by the place of the fan they were issued to.").toResponse();
        }
        audit.add(staff.id(), "admission-revoked", id, stored.release().organizationId(), "place " + place);
        return Response.noContent().build();
    }
}
