package ticketing.staff;

import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.Caller;
import ticketing.access.CurrentCaller;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.staff.StaffDirectoryStore.Person;
import ticketing.staff.SuspendStaff.Outcome;

/** Everybody of the staff, in the hands of the admins. */
@Path("/api/ticketing/staff")
@Authenticated
@RunOnVirtualThread
class StaffDirectoryResource {

    private final StaffDirectoryStore directory;
    private final SuspendStaff suspendStaff;
    private final CurrentCaller caller;

    StaffDirectoryResource(StaffDirectoryStore directory, SuspendStaff suspendStaff, CurrentCaller caller) {
        this.directory = directory;
        this.suspendStaff = suspendStaff;
        this.caller = caller;
    }

    /** @param query a part of the name or the address; all if left out */
    @GET
    public Page<Person> list(@QueryParam("query") @Size(max = 200) String query, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        admin();
        var request = PageRequest.of(limit, after);
        var sought = Optional.ofNullable(query).map(String::strip).filter(text -> !text.isEmpty());
        return Page.of(directory.list(sought, request.after().orElse(""), request.rows()), request, Person::email);
    }

    @POST
    @Path("/{person}/suspension")
    public Response suspend(@PathParam("person") UUID person, @Valid @NotNull SuspensionRequest request) {
        return answer(suspendStaff.suspend(person, request.reason().strip(), admin()));
    }

    @DELETE
    @Path("/{person}/suspension")
    public Response readmit(@PathParam("person") UUID person) {
        return answer(suspendStaff.readmit(person, admin()));
    }

    private Caller admin() {
        var by = caller.get();
        by.demandAdmin();
        return by;
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Person person) -> Response.ok(person).build();
            case Outcome.UnknownPerson unknown -> Problem.of(404, "unknown-member", "There is no such member",
                    "Look for them in the list of the staff.").toResponse();
            case Outcome.Oneself oneself -> Problem.of(409, "own-account", "That is you",
                    "Another admin can keep you out; nobody does so to themselves.").toResponse();
            case Outcome.NoAdminAnyMore faster -> Problem.of(403, "not-allowed", "Your role does not allow this",
                    "Another admin has just kept you out.").toResponse();
        };
    }

    /** @param reason for the trail and whoever looks after the staff; not told to the person */
    record SuspensionRequest(@NotBlank @Size(max = 500) String reason) {}
}
