package ticketing.staff;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import botdefense.client.ClientRequest;
import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The door for staff. */
@Path("/api/ticketing/staff/session")
class StaffSessionResource {

    private final SignIn signIn;
    private final ClientRequest client;

    StaffSessionResource(SignIn signIn, ClientRequest client) {
        this.signIn = signIn;
        this.client = client;
    }

    @POST
    @RunOnVirtualThread
    public Response signIn(@Valid @NotNull Credentials credentials) {
        return switch (signIn.signIn(credentials.email(), credentials.password(),
                client.address().toString())) {
            case LoginOutcome.SignedIn session -> Response.ok(session)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
            case LoginOutcome.Refused refused -> Problem.of(401, "invalid-credentials", "E-mail or password is wrong",
                    "Check both and try again.").toResponse();
            case LoginOutcome.TooOften(Duration retryAfter) -> Problem.of(429, "slow-down", "Too many attempts",
                    "Wait a few minutes and try again.").retryAfter(retryAfter).toResponse();
        };
    }

    record Credentials(@NotBlank @Size(max = 254) String email, @NotBlank @Size(max = 200) String password,
            @Size(max = 20) String code) {}
}
