package ticketing.staff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Where an invited member of staff chooses a password. */
@Path("/api/ticketing/staff/invitations")
class InvitationResource {

    private final AcceptInvitation acceptInvitation;
    private final Passwords passwords;

    InvitationResource(AcceptInvitation acceptInvitation, Passwords passwords) {
        this.acceptInvitation = acceptInvitation;
        this.passwords = passwords;
    }

    @POST
    @Path("/acceptance")
    @RunOnVirtualThread
    public Response accept(@Valid @NotNull Acceptance acceptance) {
        return acceptInvitation.isOpen(acceptance.token())
                && acceptInvitation.accept(acceptance.token(), passwords.hash(acceptance.password()))
                        ? Response.noContent().build()
                        : Problem.of(410, "invitation-over", "This invitation is not good any more",
                                "Ask whoever invited you for another one.").toResponse();
    }

    record Acceptance(@NotBlank @Size(max = 100) String token, @NotBlank @Size(min = 8, max = 200) String password) {}
}
