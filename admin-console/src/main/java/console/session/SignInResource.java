package console.session;

import java.net.URI;
import java.time.InstantSource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import console.upstream.Reply;
import console.upstream.Ticketing;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Where staff sign in and out. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SignInResource {

    private static final URI OVERVIEW = URI.create("/admin");
    private static final URI SIGN_IN = URI.create("/admin/login");

    private final Ticketing ticketing;
    private final SessionCookies cookies;
    private final CurrentSession current;
    private final InstantSource clock;

    SignInResource(Ticketing ticketing, SessionCookies cookies, CurrentSession current, InstantSource clock) {
        this.ticketing = ticketing;
        this.cookies = cookies;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Path("/login")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public TemplateInstance form() {
        return Templates.login("", "");
    }

    @POST
    @Path("/login")
    @RunOnVirtualThread
    public Response signIn(@FormParam("email") String email, @FormParam("password") String password) {
        if (email == null || email.isBlank() || password == null || password.isEmpty()) {
            return again(400, email, "Enter your e-mail address and your password.");
        }
        return switch (ticketing.signIn(email.strip(), password)) {
            case Reply.Good<Ticketing.SignedIn> good -> open(good.value());
            case Reply.Refused<Ticketing.SignedIn> refused -> again(refused.status(), email, refused.message());
            case Reply.SignedOut<Ticketing.SignedIn> unknown -> again(401, email, "E-mail or password is wrong.");
            case Reply.Away<Ticketing.SignedIn> away ->
                again(503, email, "Signing in is not possible right now. Try again in a few seconds.");
        };
    }

    private Response open(Ticketing.SignedIn signedIn) {
        var session = new StaffSession(signedIn.accessToken(), FormTokens.newToken(), signedIn.roles(),
                clock.instant().plusSeconds(signedIn.expiresInSeconds()));
        return Response.seeOther(OVERVIEW).cookie(cookies.of(session)).build();
    }

    private static Response again(int status, String email, String message) {
        return Response.status(status).entity(Templates.login(email == null ? "" : email, message)).build();
    }

    @POST
    @Path("/logout")
    @SignedIn
    @RunOnVirtualThread
    public Response signOut(@FormParam("formToken") String formToken) {
        FormTokens.check(current, formToken);
        return Response.seeOther(SIGN_IN).cookie(cookies.none()).build();
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance login(String email, String message);
    }
}
