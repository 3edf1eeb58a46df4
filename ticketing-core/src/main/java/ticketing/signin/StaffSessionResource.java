package ticketing.signin;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The door for staff. */
@Path("/api/ticketing/staff/session")
class StaffSessionResource {

    private final SignIn signIn;
    private final OriginReader origin;
    private final SignInConfig config;

    StaffSessionResource(SignIn signIn, OriginReader origin, SignInConfig config) {
        this.signIn = signIn;
        this.origin = origin;
        this.config = config;
    }

    @POST
    @RunOnVirtualThread
    public Response signIn(@Valid @NotNull Credentials credentials) {
        return answer(signIn.withPassword(credentials.email(), credentials.password(),
                Optional.ofNullable(credentials.code()).filter(code -> !code.isBlank()), origin.read()), config);
    }

    /** The second step: a code for the {@code step} that came with {@code code-required}. */
    @POST
    @Path("/code")
    @RunOnVirtualThread
    public Response confirm(@Valid @NotNull CodeRequest request) {
        return answer(signIn.withCode(request.step(), request.code(), origin.read()), config);
    }

    static Response answer(LoginOutcome outcome, SignInConfig config) {
        return switch (outcome) {
            case LoginOutcome.SignedIn(OpenedSession session, String device) -> Response.ok(session)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store").cookie(device(device, config)).build();
            case LoginOutcome.Refused refused -> Problem.of(401, "invalid-credentials", "E-mail or password is wrong",
                    "Check both and try again.").toResponse();
            case LoginOutcome.CodeRequired(String step) -> Problem.of(401, "code-required",
                    "A code of your second factor is needed", "Send it as code: six digits of your app, or one of"
                            + " your recovery codes.")
                    .with("step", step).toResponse();
            case LoginOutcome.WrongCode wrong -> Problem.of(401, "wrong-code", "This code is not good",
                    "Take the one your app shows now; each works once.").toResponse();
            case LoginOutcome.StepOver over -> Problem.of(410, "step-over", "That took too long",
                    "Begin again with your e-mail address and password.").toResponse();
            case LoginOutcome.TooOften(Duration retryAfter) -> Problem.of(429, "slow-down", "Too many attempts",
                    "Wait a few minutes and try again.").retryAfter(retryAfter).toResponse();
        };
    }

    /** By it a device is known again. */
    static NewCookie device(String token, SignInConfig config) {
        return new NewCookie.Builder(DeviceTokens.COOKIE)
                .value(token)
                .path("/api/ticketing/staff")
                .maxAge((int) config.knownDevice().toSeconds())
                .httpOnly(true)
                .secure(config.publicUrl().startsWith("https:"))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    record Credentials(@NotBlank @Size(max = 254) String email, @NotBlank @Size(max = 200) String password,
            @Size(max = 20) String code) {}

    record CodeRequest(@NotBlank @Size(max = 200) String step, @NotBlank @Size(max = 20) String code) {}
}
