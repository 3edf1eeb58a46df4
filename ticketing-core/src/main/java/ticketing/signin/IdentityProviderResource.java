package ticketing.signin;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.signin.SignInElsewhere.Outcome;

/** The door for staff who sign in at an identity provider. The console leads them there and brings the code back. */
@Path("/api/ticketing/staff/session/identity-provider")
@RunOnVirtualThread
class IdentityProviderResource {

    private static final Problem NONE = Problem.of(404, "not-found", "Nobody signs in elsewhere here",
            "Sign in with your e-mail address and your password.");
    private static final Problem AWAY = Problem.of(503, "identity-provider-away", "The identity provider is away",
            "Try again in a few seconds, or sign in with your password.").retryAfter(Duration.ofSeconds(5));

    private final IdentityProviderClient provider;
    private final SignInElsewhere signIn;
    private final IdentityProviderConfig config;
    private final SignInConfig sessions;
    private final OriginReader origin;

    IdentityProviderResource(IdentityProviderClient provider, SignInElsewhere signIn, IdentityProviderConfig config,
            SignInConfig sessions, OriginReader origin) {
        this.provider = provider;
        this.signIn = signIn;
        this.config = config;
        this.sessions = sessions;
        this.origin = origin;
    }

    /** Where to send staff; 404 when they sign in with a password only. */
    @GET
    public Response read() {
        if (!provider.isConfigured()) {
            return NONE.toResponse();
        }
        return provider.authorizationEndpoint()
                .map(endpoint -> Response.ok(new ProviderView(config.name(), endpoint, provider.clientId(),
                        provider.redirectUri())).build())
                .orElseGet(AWAY::toResponse);
    }

    @POST
    public Response signIn(@Valid @NotNull CodeRequest request) {
        if (!provider.isConfigured()) {
            return NONE.toResponse();
        }
        return switch (signIn.signIn(request.code(), request.verifier(), request.nonce(), origin.read())) {
            case Outcome.In(LoginOutcome.SignedIn session) -> StaffSessionResource.answer(session, sessions);
            case Outcome.Unknown unknown -> Problem.of(403, "unknown-account", "Nobody has invited you yet",
                    "Ask an organizer or an admin to add you with the address that the provider knows.").toResponse();
            case Outcome.Refused refused -> Problem.of(401, "identity-refused", "That did not prove who you are",
                    "Begin again on the sign-in page.").toResponse();
            case Outcome.Away away -> AWAY.toResponse();
        };
    }

    /** @param redirectUri to which the provider must send them back */
    record ProviderView(String name, URI authorizationEndpoint, String clientId, URI redirectUri) {}

    /**
     * What the provider's redirect brought, and what was made up before.
     *
     * @param verifier of PKCE (S256)
     */
    record CodeRequest(@NotBlank @Size(max = 2000) String code,
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._~-]{43,128}") String verifier,
            @NotBlank @Size(min = 16, max = 200) String nonce) {}
}
