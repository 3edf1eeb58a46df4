package waitingroom.audit;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.staff.Staff;

/** What staff did, the latest first: admins read all of it, organizers what concerns their organization. */
@Path("/api/waiting-room/audit")
@RolesAllowed({ "admin", "organizer" })
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {

    private final AuditStore store;
    private final Staff staff;

    AuditResource(AuditStore store, Staff staff) {
        this.store = store;
        this.staff = staff;
    }

    @GET
    @RunOnVirtualThread
    public Page list(@BeanParam AuditSearchReader search,
            @QueryParam("after") @DefaultValue("") @Pattern(regexp = "(\\d{1,15}-\\d{1,9})?") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var found = store.latest(after, limit + 1, entry -> search.wants(entry)
                && staff.accessTo(entry.organizationId()) == Staff.Access.FULL);
        var items = found.stream().limit(limit).toList();
        return new Page(items, found.size() > limit ? items.getLast().id() : null);
    }

    record Page(List<AuditEntry> items, String next) {}
}
