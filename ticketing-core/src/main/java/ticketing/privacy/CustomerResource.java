package ticketing.privacy;

import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.Caller;
import ticketing.access.CurrentCaller;

/**
 * What a buyer may ask of an organization: what it keeps of them, and to forget them. By POST, so that no address stands
 * in a URL (E2).
 */
@Path("/api/ticketing/organizations")
@Authenticated
@RunOnVirtualThread
class CustomerResource {

    private static final Problem UNKNOWN = Problem.of(404, "unknown-organization", "There is no such organization",
            "Check the id, or ask an admin to add you to it.");

    private final ExportCustomer exportCustomer;
    private final EraseCustomer eraseCustomer;
    private final CurrentCaller caller;

    CustomerResource(ExportCustomer exportCustomer, EraseCustomer eraseCustomer, CurrentCaller caller) {
        this.exportCustomer = exportCustomer;
        this.eraseCustomer = eraseCustomer;
        this.caller = caller;
    }

    @POST
    @Path("/{organization}/customers/export")
    public Response export(@PathParam("organization") String organization, @Valid @NotNull ExportRequest request) {
        var by = organizer(organization);
        return Response.ok(exportCustomer.export(organization, plain(request.email()), by.id()))
                .header("Content-Disposition", "attachment; filename=\"customer.json\"")
                .header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("/{organization}/customers/erasure")
    public EraseCustomer.Erasure erase(@PathParam("organization") String organization,
            @Valid @NotNull ErasureRequest request) {
        var by = organizer(organization);
        by.demandPerson();
        return eraseCustomer.erase(organization, plain(request.email()), Boolean.TRUE.equals(request.upcomingToo()),
                by.id());
    }

    private Caller organizer(String organization) {
        var by = caller.get();
        by.demandOrganizer(organization, UNKNOWN);
        return by;
    }

    private static String plain(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    record ExportRequest(@NotBlank @Email @Size(max = 254) String email) {}

    /** @param upcomingToo also where tickets are still needed; false unless it says so */
    record ErasureRequest(@NotBlank @Email @Size(max = 254) String email, Boolean upcomingToo) {}
}
