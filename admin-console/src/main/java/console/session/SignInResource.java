package console.session;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import console.upstream.Reply;
import console.upstream.StaffDoor;
import console.words.WordsReader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Where staff sign in, in one step or two, and out. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class SignInResource {

    private static final int MOST_CODE = 20;
    private static final URI SIGN_IN = URI.create("/admin/login");

    private final StaffDoor door;
    private final OpenDoor openDoor;
    private final SessionCookies cookies;
    private final CurrentSession current;

    SignInResource(StaffDoor door, OpenDoor openDoor, SessionCookies cookies, CurrentSession current) {
        this.door = door;
        this.openDoor = openDoor;
        this.cookies = cookies;
        this.current = current;
    }

    @GET
    @Path("/login")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response form(@QueryParam("next") String next, @Context HttpHeaders headers) {
        return page(200, "", "", next, headers);
    }

    @POST
    @Path("/login")
    @RunOnVirtualThread
    public Response signIn(@FormParam("email") String email, @FormParam("password") String password,
            @FormParam("next") String next, @CookieParam(StaffDoor.DEVICE) String device,
            @Context HttpHeaders headers) {
        if (email == null || email.isBlank() || password == null || password.isEmpty()) {
            return page(400, email, "enterBoth", next, headers);
        }
        return switch (door.signIn(email.strip(), password, Optional.ofNullable(device))) {
            case Reply.Good<StaffDoor.Opened> good -> openDoor.redirect(good.value(), next);
            case Reply.Refused<StaffDoor.Opened> refused when refused.code().equals("code-required") ->
                codePage(200, String.valueOf(refused.problem().get("step")), "", next, headers);
            case Reply.Refused<StaffDoor.Opened> refused -> page(refused.status(), email,
                    refused.status() == 429 ? "tooOften" : "wrong", next, headers);
            case Reply.SignedOut<StaffDoor.Opened> unknown -> page(401, email, "wrong", next, headers);
            case Reply.Away<StaffDoor.Opened> away -> page(503, email, "away", next, headers);
        };
    }

    /** The second step, for whoever has a second factor. */
    @POST
    @Path("/login/code")
    @RunOnVirtualThread
    public Response confirm(@FormParam("step") String step, @FormParam("code") String code,
            @FormParam("next") String next, @CookieParam(StaffDoor.DEVICE) String device,
            @Context HttpHeaders headers) {
        if (step == null || step.isBlank()) {
            return page(410, "", "codeOver", next, headers);
        }
        if (code == null || code.isBlank() || code.length() > MOST_CODE) {
            return codePage(400, step, "codeMissing", next, headers);
        }
        return switch (door.signInWithCode(step, code.strip(), Optional.ofNullable(device))) {
            case Reply.Good<StaffDoor.Opened> good -> openDoor.redirect(good.value(), next);
            case Reply.Refused<StaffDoor.Opened> wrong when wrong.status() == 401 ->
                codePage(401, step, "codeWrong", next, headers);
            case Reply.Refused<StaffDoor.Opened> refused -> page(refused.status(), "",
                    refused.status() == 429 ? "tooOften" : "codeOver", next, headers);
            case Reply.SignedOut<StaffDoor.Opened> unknown -> page(410, "", "codeOver", next, headers);
            case Reply.Away<StaffDoor.Opened> away -> codePage(503, step, "away", next, headers);
        };
    }

    /** Ends the session everywhere. When the core is away it ends here at least, and there by itself in the end. */
    @POST
    @Path("/logout")
    @SignedIn
    @RunOnVirtualThread
    public Response signOut(@FormParam("formToken") String formToken) {
        FormTokens.check(current, formToken);
        current.bearer().ifPresent(door::signOut);
        return Response.seeOther(SIGN_IN).cookie(cookies.none()).build();
    }

    private Response page(int status, String email, String message, String next, HttpHeaders headers) {
        var words = WordsReader.of(headers);
        var provider = door.identityProvider() instanceof Reply.Good<StaffDoor.IdentityProvider> good
                ? good.value().name()
                : "";
        return Response.status(status).entity(Templates.login(words, email == null ? "" : email,
                words.getOrDefault(message, ""), OpenDoor.safe(next), provider)).build();
    }

    private static Response codePage(int status, String step, String message, String next, HttpHeaders headers) {
        var words = WordsReader.of(headers);
        return Response.status(status)
                .entity(Templates.code(words, step, words.getOrDefault(message, ""), OpenDoor.safe(next))).build();
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance login(Map<String, String> w, String email, String message,
                String next, String provider);

        static native TemplateInstance code(Map<String, String> w, String step, String message,
                String next);
    }
}
