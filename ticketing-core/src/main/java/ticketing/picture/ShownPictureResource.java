package ticketing.picture;

import java.util.Arrays;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.http.Page;
import ticketing.http.Query;

/** Pictures of events, for everybody. Whoever knows the digest of a draft's picture was given it. */
@Path("/api/ticketing/event-pictures")
@RunOnVirtualThread
class ShownPictureResource {

    static final Problem UNKNOWN = Problem.of(404, "unknown-picture", "There is no such picture",
            "Read the event again: its picture may have changed.");

    private static final int MOST_EVENTS = 200;
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private final EventPictures pictures;
    private final ShownPictures shown;

    ShownPictureResource(EventPictures pictures, ShownPictures shown) {
        this.pictures = pictures;
        this.shown = shown;
    }

    /** Which of these events have pictures. For lists, which know the events already. */
    @GET
    public Response list(@QueryParam("events") String events) {
        var asked = Query.text(events).map(ids -> Arrays.asList(ids.split(","))).orElse(List.of());
        if (asked.size() > MOST_EVENTS) {
            throw Query.invalid("events", "up to 200 ids of events, separated by commas");
        }
        return Response.ok(new Page<>(pictures.of(asked), null)).header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }

    @GET
    @Path("/{event}/{digest}")
    public Response whole(@PathParam("event") String event, @PathParam("digest") String digest,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return show(event, digest, false, known);
    }

    @GET
    @Path("/{event}/{digest}/small")
    public Response small(@PathParam("event") String event, @PathParam("digest") String digest,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return show(event, digest, true, known);
    }

    /** Nothing but a picture, whatever its bytes might look like to a browser: neither guessed at nor run. */
    private Response show(String event, String digest, boolean small, String known) {
        var etag = "\"%s%s\"".formatted(digest, small ? "-small" : "");
        return shown.find(event, digest, small)
                .map(picture -> etag.equals(known)
                        ? Response.notModified()
                        : Response.ok(picture.content(), picture.mediaType()))
                .map(answer -> answer.header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, FOR_GOOD)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox").build())
                .orElseGet(UNKNOWN::toResponse);
    }
}
