package ticketing.staff;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import ticketing.access.Role;
import ticketing.http.Page;
import ticketing.http.PageRequest;

/** Who is in an organization, in the hands of its organizers. */
@Path("/api/ticketing/organizations")
@Authenticated
@RunOnVirtualThread
class MembersResource {

    private static final Problem UNKNOWN = Problem.of(404, "unknown-organization", "There is no such organization",
            "Check the id, or ask an admin to add you to it.");

    private final Members members;
    private final InvitationMail mail;
    private final CurrentCaller caller;

    MembersResource(Members members, InvitationMail mail, CurrentCaller caller) {
        this.members = members;
        this.mail = mail;
        this.caller = caller;
    }

    @GET
    @Path("/{organization}/members")
    public Page<Member> list(@PathParam("organization") String organization, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        organizer(organization);
        var request = PageRequest.of(limit, after);
        return Page.of(members.list(organization, request.after().orElse(""), request.rows()), request, Member::email);
    }

    @PATCH
    @Path("/{organization}/members/{member}")
    public Response giveRole(@PathParam("organization") String organization, @PathParam("member") UUID member,
            @Valid @NotNull RoleRequest request) {
        var by = organizer(organization);
        by.demandPerson();
        return answer(members.giveRole(organization, member, request.wanted(), by), false);
    }

    @DELETE
    @Path("/{organization}/members/{member}")
    public Response remove(@PathParam("organization") String organization, @PathParam("member") UUID member) {
        var by = organizer(organization);
        by.demandPerson();
        return answer(members.remove(organization, member, by), true);
    }

    @POST
    @Path("/{organization}/members/{member}/invitation")
    public Response inviteAgain(@PathParam("organization") String organization, @PathParam("member") UUID member) {
        var by = organizer(organization);
        by.demandPerson();
        var invited = members.inviteAgain(organization, member, by.id());
        if (invited.isEmpty()) {
            return unknownMember().toResponse();
        }
        var found = invited.get().member();
        if (invited.get().invitation().isEmpty()) {
            return Problem.of(409, "member-has-password", "This person has a password already",
                    "They can sign in with it.").toResponse();
        }
        mail.send(found.email(), found.name(), invited.get().invitation().get());
        return Response.accepted(found).build();
    }

    private Caller organizer(String organization) {
        var by = caller.get();
        by.demandOrganizer(organization, UNKNOWN);
        return by;
    }

    private static Response answer(MemberChange change, boolean gone) {
        return switch (change) {
            case MemberChange.Done(Member member) -> gone
                    ? Response.noContent().build()
                    : Response.ok(member).build();
            case MemberChange.UnknownMember unknown -> unknownMember().toResponse();
            case MemberChange.LastOrganizer last -> Problem.of(409, "last-organizer",
                    "Somebody must look after the organization", "Make somebody else an organizer first.")
                    .toResponse();
        };
    }

    private static Problem unknownMember() {
        return Problem.of(404, "unknown-member", "There is no such member", "Look for them in the list of members.");
    }

    record RoleRequest(
            @NotBlank @Pattern(regexp = "(?i)organizer|steward", message = "must be organizer or steward") String role) {

        Role wanted() {
            return role.equalsIgnoreCase(Role.ORGANIZER.key()) ? Role.ORGANIZER : Role.STEWARD;
        }
    }
}
