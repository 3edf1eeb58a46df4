package console.password;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Where whoever forgot their password asks for a link. The page after it is the same for everybody. */
@Path("/admin/forgot")
@Produces(MediaType.TEXT_HTML)
class PasswordResetResource {

    private final StaffDoor door;

    PasswordResetResource(StaffDoor door) {
        this.door = door;
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance form(@Context HttpHeaders headers) {
        return Templates.forgot(WordsReader.of(headers), "", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response send(@FormParam("email") String email, @Context HttpHeaders headers) {
        var words = WordsReader.of(headers);
        if (email == null || email.isBlank()) {
            return again(400, "", words.get("forgotMissing"), words);
        }
        return switch (door.requestReset(email.strip())) {
            case Reply.Good<Boolean> good -> Response.ok(Templates.sent(words)).build();
            case Reply.Refused<Boolean> refused -> again(refused.status(), email,
                    refused.status() == 429 ? words.get("tooOften") : refused.message(), words);
            case Reply.SignedOut<Boolean> unknown -> again(503, email, words.get("away"), words);
            case Reply.Away<Boolean> away -> again(503, email, words.get("away"), words);
        };
    }

    private static Response again(int status, String email, String message, Map<String, String> words) {
        return Response.status(status).entity(Templates.forgot(words, email, message)).build();
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance forgot(Map<String, String> w, String email, String message);

        static native TemplateInstance sent(Map<String, String> w);
    }
}
