package console.session;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import console.session.Detours.Detour;
import console.upstream.Reply;
import console.upstream.StaffDoor;
import console.words.WordsReader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/**
 * The way in over an identity provider: authorization code with PKCE, state and nonce. This part sends the browser there
 * and brings the code back; the core exchanges it, so that no secret and no token of the provider comes here.
 */
@Path("/admin/login/oidc")
@Produces(MediaType.TEXT_HTML)
class IdentityProviderResource {

    private static final String COOKIE = "detour";
    private static final String PATH = "/admin/login/oidc";

    private final StaffDoor door;
    private final Detours detours;
    private final OpenDoor openDoor;
    private final SessionConfig config;

    IdentityProviderResource(StaffDoor door, Detours detours, OpenDoor openDoor, SessionConfig config) {
        this.door = door;
        this.detours = detours;
        this.openDoor = openDoor;
        this.config = config;
    }

    @GET
    @RunOnVirtualThread
    public Response leave(@QueryParam("next") String next, @Context HttpHeaders headers) {
        if (!(door.identityProvider() instanceof Reply.Good<StaffDoor.IdentityProvider> good)) {
            return refused(503, "elsewhereAway", headers);
        }
        var detour = detours.begin(OpenDoor.safe(next));
        return Response.seeOther(address(good.value(), detour)).cookie(cookie(detours.seal(detour))).build();
    }

    /** The provider's redirect. */
    @GET
    @Path("/return")
    @RunOnVirtualThread
    public Response comeBack(@QueryParam("code") String code, @QueryParam("state") String state,
            @CookieParam(COOKIE) String sealed, @CookieParam(StaffDoor.DEVICE) String device,
            @Context HttpHeaders headers) {
        var detour = detours.open(sealed, state);
        if (detour.isEmpty() || code == null || code.isBlank()) {
            return refused(401, "elsewhereRefused", headers);
        }
        var went = detour.get();
        return switch (door.signInElsewhere(code, went.verifier(), went.nonce(), Optional.ofNullable(device))) {
            case Reply.Good<StaffDoor.Opened> good -> welcome(good.value(), went, headers);
            case Reply.Refused<StaffDoor.Opened> unknown when unknown.status() == 403 ->
                refused(403, "elsewhereUnknown", headers);
            case Reply.Refused<StaffDoor.Opened> refused -> refused(refused.status(), "elsewhereRefused", headers);
            case Reply.SignedOut<StaffDoor.Opened> unknown -> refused(401, "elsewhereRefused", headers);
            case Reply.Away<StaffDoor.Opened> away -> refused(503, "elsewhereAway", headers);
        };
    }

    /**
     * A page and no redirect: on one, a browser that comes from another site would not send the session's cookie, which is
     * for requests of this site only.
     */
    private Response welcome(StaffDoor.Opened opened, Detour detour, HttpHeaders headers) {
        var page = Templates.signedIn(WordsReader.of(headers),
                OpenDoor.after(opened, detour.next()));
        return openDoor.keep(Response.ok(page), opened).cookie(cookie("")).build();
    }

    private Response refused(int status, String message, HttpHeaders headers) {
        var words = WordsReader.of(headers);
        return Response.status(status).entity(SignInResource.Templates.login(words, "", words.get(message),
                OpenDoor.safe(null), "")).cookie(cookie("")).build();
    }

    private static URI address(StaffDoor.IdentityProvider provider, Detour detour) {
        return UriBuilder.fromUri(provider.authorizationEndpoint())
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("scope", "openid email")
                .queryParam("state", detour.state())
                .queryParam("nonce", detour.nonce())
                .queryParam("code_challenge", detour.challenge())
                .queryParam("code_challenge_method", "S256")
                .build(provider.clientId(), provider.redirectUri().toString());
    }

    /** Lax: it has to come along when the provider sends the browser back. Empty: it has done its work. */
    private NewCookie cookie(String value) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(PATH)
                .maxAge(value.isEmpty() ? 0 : (int) Detours.PATIENCE.toSeconds())
                .httpOnly(true)
                .secure("https".equals(config.publicUrl().getScheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance signedIn(Map<String, String> w, String next);
    }
}
