package ticketing.staff;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.access.Role;

/** Organizations and their members. */
@Path("/api/ticketing/organizations")
@Authenticated
@RunOnVirtualThread
class OrganizationResource {

    private static final Problem UNKNOWN = Problem.of(404, "unknown-organization", "There is no such organization",
            "Check the id, or ask an admin to add you to it.");

    private final CreateOrganization createOrganization;
    private final AddMember addMember;
    private final Passwords passwords;
    private final InvitationMail mail;
    private final CurrentCaller caller;

    OrganizationResource(CreateOrganization createOrganization, AddMember addMember, Passwords passwords,
            InvitationMail mail, CurrentCaller caller) {
        this.createOrganization = createOrganization;
        this.addMember = addMember;
        this.passwords = passwords;
        this.mail = mail;
        this.caller = caller;
    }

    @POST
    public Response create(@Valid @NotNull OrganizationRequest request) {
        var by = caller.get();
        by.demandAdmin();
        var created = createOrganization.create(request.name(), by.id());
        return Response.created(URI.create("/api/ticketing/organizations/" + created.id()))
                .entity(new OrganizationView(created.id(), created.name(), created.createdAt())).build();
    }

    @POST
    @Path("/{organization}/members")
    public Response addMember(@PathParam("organization") String organization, @Valid @NotNull MemberRequest request) {
        var by = caller.get();
        by.demandOrganizer(organization, UNKNOWN);
        by.demandPerson();
        var wanted = request.member();
        return switch (addMember.add(organization, wanted, wanted.password().map(passwords::hash), by.id())) {
            case MemberOutcome.Added(UUID id, Optional<String> invitation) -> {
                invitation.ifPresent(token -> mail.send(wanted.email(), wanted.name(), token));
                yield Response.status(Response.Status.CREATED).entity(new MemberView(id, organization, wanted.name(),
                        wanted.role().key(), invitation.isPresent())).build();
            }
            case MemberOutcome.UnknownOrganization unknown -> UNKNOWN.toResponse();
            case MemberOutcome.HasPassword known -> Problem.of(409, "member-has-password",
                    "This person has a password already", "Leave the password out; the role is added to the account.")
                    .toResponse();
        };
    }

    record OrganizationRequest(@NotBlank @Size(max = 200) String name) {}

    record OrganizationView(String id, String name, Instant createdAt) {}

    record MemberRequest(@NotBlank @Email @Size(max = 254) String email, @NotBlank @Size(max = 200) String name,
            @NotBlank @Pattern(regexp = "(?i)organizer|steward", message = "must be organizer or steward") String role,
            @Size(min = 8, max = 200) String password) {

        NewMember member() {
            return new NewMember(email, name, role.equalsIgnoreCase("organizer") ? Role.ORGANIZER : Role.STEWARD,
                    Optional.ofNullable(password));
        }
    }

    record MemberView(UUID id, String organizationId, String name, String role, boolean invited) {}
}
