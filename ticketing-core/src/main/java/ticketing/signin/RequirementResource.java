package ticketing.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;

/** Whether an organization's members need a second factor, in the hands of admins. */
@Path("/api/ticketing/organizations/{organization}/second-factor")
@Authenticated
@RunOnVirtualThread
class RequirementResource {

    private final ChangeSecondFactor factors;
    private final CurrentCaller caller;

    RequirementResource(ChangeSecondFactor factors, CurrentCaller caller) {
        this.factors = factors;
        this.caller = caller;
    }

    /** Who has none sets one up at the next sign-in. */
    @PUT
    public Response require(@PathParam("organization") String organization,
            @Valid @NotNull RequirementRequest request) {
        var by = caller.get();
        by.demandAdmin();
        by.demandPerson();
        return factors.require(organization, request.required(), by.id())
                ? Response.noContent().build()
                : Problem.of(404, "unknown-organization", "There is no such organization",
                        "Check the id, or ask an admin to add you to it.").toResponse();
    }

    record RequirementRequest(@NotNull Boolean required) {}
}
