package console.invitation;

import java.net.URI;

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

/**
 * Where an invited colleague chooses a password. The mailed link carries the code behind a #, so that no log ever holds
 * it; a script moves it into the form, and without the script the reader pastes it.
 */
@Path("/admin/invitation")
@Produces(MediaType.TEXT_HTML)
public class InvitationResource {

    private static final int LEAST_CHARACTERS = 12;
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_CODE_CHARACTERS = 100;
    private static final URI ACCEPTED = URI.create("/admin/invitation/accepted");

    private final Ticketing ticketing;

    InvitationResource(Ticketing ticketing) {
        this.ticketing = ticketing;
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance form() {
        return Templates.invitation("", "", LEAST_CHARACTERS);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response accept(@FormParam("code") String sentCode, @FormParam("password") String sentPassword) {
        var code = sentCode == null ? "" : sentCode.strip();
        var password = sentPassword == null ? "" : sentPassword;
        if (code.isEmpty() || code.length() > MOST_CODE_CHARACTERS) {
            return again(400, "", "The invitation's code is missing. Open the link in your mail once more, "
                    + "or paste what stands in it after the # sign.");
        }
        if (password.length() < LEAST_CHARACTERS || password.length() > MOST_CHARACTERS) {
            return again(400, code, "Choose a password of at least " + LEAST_CHARACTERS + " and at most "
                    + MOST_CHARACTERS + " characters.");
        }
        return switch (ticketing.acceptInvitation(code, password)) {
            case Reply.Good<Boolean> good -> Response.seeOther(ACCEPTED).build();
            case Reply.Refused<Boolean> over when over.status() == 410 -> over();
            case Reply.Refused<Boolean> refused -> again(refused.status(), code, refused.message());
            case Reply.SignedOut<Boolean> unknown -> over();
            case Reply.Away<Boolean> away -> again(503, code, "Your password could not be kept right now. Your "
                    + "invitation is still good: try again in a few seconds.");
        };
    }

    @GET
    @Path("/accepted")
    @RunOnVirtualThread
    public TemplateInstance accepted() {
        return Templates.accepted();
    }

    private static Response again(int status, String code, String message) {
        return Response.status(status).entity(Templates.invitation(code, message, LEAST_CHARACTERS)).build();
    }

    private static Response over() {
        return Response.status(410).entity(Templates.over()).build();
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance invitation(String code, String message, int least);

        static native TemplateInstance accepted();

        static native TemplateInstance over();
    }
}
