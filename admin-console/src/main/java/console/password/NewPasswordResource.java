package console.password;

import java.net.URI;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/**
 * Where somebody chooses a password by a link: an invited colleague, the first admin, whoever forgot theirs. The link
 * carries the code behind a #, so that no log ever holds it; a script moves it into the form, and without the script
 * the reader pastes it.
 */
@Path("/admin/{way: invitation|setup|reset}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class NewPasswordResource {

    private static final int MOST_CODE_CHARACTERS = 100;
    private static final URI ACCEPTED = URI.create("/admin/invitation/accepted");

    private final StaffDoor door;

    NewPasswordResource(StaffDoor door) {
        this.door = door;
    }

    @GET
    public TemplateInstance form(@PathParam("way") String way, @Context HttpHeaders headers) {
        var words = WordsReader.of(headers);
        return Templates.choose(words, ChoosePage.of(way, words), "", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@PathParam("way") String way, @FormParam("code") String sentCode,
            @FormParam("password") String sentPassword, @Context HttpHeaders headers) {
        var words = WordsReader.of(headers);
        var page = ChoosePage.of(way, words);
        var code = sentCode == null ? "" : sentCode.strip();
        var password = sentPassword == null ? "" : sentPassword;
        if (code.isEmpty() || code.length() > MOST_CODE_CHARACTERS) {
            return again(400, "", page, page.codeMissing(), words);
        }
        if (!page.takes(password)) {
            return again(400, code, page, page.leastMissing(), words);
        }
        var reply = page.isReset() ? door.completeReset(code, password) : door.acceptInvitation(code, password);
        return switch (reply) {
            case Reply.Good<Boolean> good -> Response.seeOther(ACCEPTED).build();
            case Reply.Refused<Boolean> over when over.status() == 410 -> over(page, words);
            case Reply.Refused<Boolean> refused -> again(refused.status(), code, page, refused.message(), words);
            case Reply.SignedOut<Boolean> unknown -> over(page, words);
            case Reply.Away<Boolean> away -> again(503, code, page, page.away(), words);
        };
    }

    @GET
    @Path("/accepted")
    public TemplateInstance accepted(@Context HttpHeaders headers) {
        return Templates.accepted(WordsReader.of(headers));
    }

    private static Response again(int status, String code, ChoosePage page, String message,
            Map<String, String> words) {
        return Response.status(status).entity(Templates.choose(words, page, code, message)).build();
    }

    private static Response over(ChoosePage page, Map<String, String> words) {
        return Response.status(410).entity(page.isReset() ? Templates.resetOver(words) : Templates.over(words))
                .build();
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance choose(Map<String, String> w, ChoosePage page, String code, String message);

        static native TemplateInstance accepted(Map<String, String> w);

        static native TemplateInstance over(Map<String, String> w);

        static native TemplateInstance resetOver(Map<String, String> w);
    }
}
