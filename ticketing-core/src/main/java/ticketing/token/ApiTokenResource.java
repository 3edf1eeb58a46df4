package ticketing.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.Caller;
import ticketing.access.CurrentCaller;
import ticketing.access.Role;
import ticketing.http.Cursor;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.http.Query;

/** The tokens of an organization's programs, in the hands of its organizers. */
@Path("/api/ticketing/organizations")
@Authenticated
@RunOnVirtualThread
class ApiTokenResource {

    private static final Problem UNKNOWN = Problem.of(404, "unknown-organization", "There is no such organization",
            "Check the id, or ask an admin to add you to it.");
    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final ManageApiTokens tokens;
    private final ApiTokenBookStore store;
    private final CurrentCaller caller;
    private final InstantSource clock;

    ApiTokenResource(ManageApiTokens tokens, ApiTokenBookStore store, CurrentCaller caller, InstantSource clock) {
        this.tokens = tokens;
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/{organization}/api-tokens")
    public Page<ApiToken> list(@PathParam("organization") String organization, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        organizer(organization);
        var request = PageRequest.of(limit, after);
        return Page.of(store.list(organization, request.after().map(Cursor::uuid), request.rows()), request,
                token -> token.id().toString());
    }

    @POST
    @Path("/{organization}/api-tokens")
    public Response make(@PathParam("organization") String organization, @Valid @NotNull TokenRequest request) {
        var by = organizer(organization);
        var expiresAt = expiry(request);
        return tokens.make(new NewApiToken(organization, request.name().strip(), request.wantedRole(), expiresAt,
                by.id()))
                .map(made -> Response.status(Response.Status.CREATED)
                        .entity(new TokenView(made.id(), made.token(), request.wantedRole().key(), expiresAt))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                .orElseGet(() -> Problem.of(422, "too-many-tokens", "The organization has too many tokens",
                        "Revoke those that nobody uses; lastUsedAt tells which.").toResponse());
    }

    @DELETE
    @Path("/{organization}/api-tokens/{token}")
    public Response revoke(@PathParam("organization") String organization, @PathParam("token") UUID token) {
        var by = organizer(organization);
        return tokens.revoke(organization, token, by.id())
                ? Response.noContent().build()
                : Problem.of(404, "unknown-token", "There is no such token", "Look for it in the list of tokens.")
                        .toResponse();
    }

    private Caller organizer(String organization) {
        var by = caller.get();
        by.demandOrganizer(organization, UNKNOWN);
        by.demandPerson();
        return by;
    }

    private Instant expiry(TokenRequest request) {
        var now = clock.instant();
        var wanted = Optional.ofNullable(request.expiresAt()).orElse(now.plus(USUAL));
        if (!wanted.isAfter(now) || wanted.isAfter(now.plus(LONGEST))) {
            throw Query.invalid("expiresAt", "in the future, by at most " + LONGEST.toDays() + " days");
        }
        return wanted;
    }

    /** @param expiresAt in 90 days, unless it says otherwise */
    record TokenRequest(@NotBlank @Size(max = 100) String name,
            @NotBlank @Pattern(regexp = "(?i)organizer|steward", message = "must be organizer or steward") String role,
            Instant expiresAt) {

        Role wantedRole() {
            return role.equalsIgnoreCase(Role.ORGANIZER.key()) ? Role.ORGANIZER : Role.STEWARD;
        }
    }

    /** @param token shown this once */
    record TokenView(UUID id, String token, String role, Instant expiresAt) {}
}
