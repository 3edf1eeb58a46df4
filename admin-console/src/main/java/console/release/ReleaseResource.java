package console.release;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import console.session.CurrentSession;
import console.session.FormTokens;
import console.session.SignedIn;
import console.upstream.Reply;
import console.upstream.WaitingRoom;
import contract.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** One release: its figures, and the two things staff move while it runs. */
@Path("/admin/releases/{id}")
@Produces(MediaType.TEXT_HTML)
@SignedIn
public class ReleaseResource {

    private static final Set<String> MODES = Set.of("AUTO", "HOLD");

    private final WaitingRoom waitingRoom;
    private final CurrentSession current;

    ReleaseResource(WaitingRoom waitingRoom, CurrentSession current) {
        this.waitingRoom = waitingRoom;
        this.current = current;
    }

    @GET
    @RunOnVirtualThread
    public Response show(@PathParam("id") String id) {
        return page(id, 200, "");
    }

    /** AUTO lets fans through as the limits say, HOLD lets nobody new through. */
    @POST
    @Path("/mode")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response setMode(@PathParam("id") String id, @FormParam("formToken") String formToken,
            @FormParam("mode") String mode, @FormParam("reason") String reason, @FormParam("message") String message) {
        FormTokens.check(current, formToken);
        if (mode == null || !MODES.contains(mode)) {
            return page(id, 400, "Choose a mode.");
        }
        var wish = new HashMap<String, String>();
        wish.put("mode", mode);
        putUnlessBlank(wish, "reason", reason);
        putUnlessBlank(wish, "message", message);
        return after(id, waitingRoom.setMode(id, wish));
    }

    @POST
    @Path("/limits")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response setLimits(@PathParam("id") String id, @FormParam("formToken") String formToken,
            @FormParam("tag") String tag, @FormParam("ratePerMinute") Integer ratePerMinute,
            @FormParam("maxActive") Integer maxActive) {
        FormTokens.check(current, formToken);
        if (tag == null || ratePerMinute == null || maxActive == null) {
            return page(id, 400, "Enter both numbers.");
        }
        return after(id, waitingRoom.setLimits(id, tag, ratePerMinute, maxActive));
    }

    private Response after(String id, Reply<WaitingRoom.Release> reply) {
        return switch (reply) {
            case Reply.Good<WaitingRoom.Release> good -> Response.seeOther(
                    UriBuilder.fromPath("/admin/releases/{id}").build(id)).build();
            case Reply.Refused<WaitingRoom.Release> refused when refused.status() == 412 ->
                page(id, 412, "Somebody else changed this release meanwhile. This is how it stands now; look again.");
            case Reply.Refused<WaitingRoom.Release> refused -> page(id, refused.status(), refused.message());
            case Reply.SignedOut<WaitingRoom.Release> gone -> signInAgain();
            case Reply.Away<WaitingRoom.Release> away -> page(id, 503, "The waiting room does not answer right now. "
                    + "Whether the change was made is not known; look again in a few seconds.");
        };
    }

    private Response page(String id, int status, String message) {
        return switch (waitingRoom.release(id)) {
            case Reply.Good<WaitingRoom.Tagged> good -> page(good.value(), status, message);
            case Reply.Refused<WaitingRoom.Tagged> refused -> Problem.of(refused.status(), "refused",
                    "This release cannot be shown", refused.message()).toResponse();
            case Reply.SignedOut<WaitingRoom.Tagged> gone -> signInAgain();
            case Reply.Away<WaitingRoom.Tagged> away -> Problem.of(503, "unavailable",
                    "The waiting room does not answer right now", "Try again in a few seconds.").toResponse();
        };
    }

    private Response page(WaitingRoom.Tagged tagged, int status, String message) {
        return switch (waitingRoom.figures(tagged.release().id())) {
            case Reply.SignedOut<WaitingRoom.Figures> gone -> signInAgain();
            case Reply.Good<WaitingRoom.Figures> good -> page(tagged, good.value(), status, message);
            case Reply.Refused<WaitingRoom.Figures> refused -> page(tagged, null, status, message);
            case Reply.Away<WaitingRoom.Figures> away -> page(tagged, null, status, message);
        };
    }

    private Response page(WaitingRoom.Tagged tagged, WaitingRoom.Figures figures, int status, String message) {
        var page = Templates.release(tagged.release(), tagged.tag(), figures, message, current.formToken());
        return Response.status(status).entity(page).build();
    }

    private static Response signInAgain() {
        return Response.seeOther(URI.create("/admin/login")).build();
    }

    private static void putUnlessBlank(Map<String, String> wish, String name, String value) {
        if (value != null && !value.isBlank()) {
            wish.put(name, value.strip());
        }
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance release(WaitingRoom.Release release, String tag, WaitingRoom.Figures figures,
                String message, String formToken);
    }
}
