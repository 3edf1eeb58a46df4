package ticketing.picture;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.event.EventView;
import ticketing.event.Events;
import ticketing.http.Query;

/** The picture of an event, for its organizer: set, described, taken away. */
@Path("/api/ticketing/event-pictures/{event}")
@Authenticated
@RunOnVirtualThread
class PictureResource {

    private static final int LONGEST_ALTERNATIVE = 300;

    private final Events events;
    private final EventPictures pictures;
    private final CurrentCaller caller;

    PictureResource(Events events, EventPictures pictures, CurrentCaller caller) {
        this.events = events;
        this.pictures = pictures;
        this.caller = caller;
    }

    /** The file is the body; what it shows stands in the address, because a picture without words is not for all. */
    @PUT
    @Consumes({ "image/png", "image/jpeg", "image/webp" })
    public Response set(@PathParam("event") String id, @QueryParam("alternative") String alternative,
            HttpHeaders headers, byte[] content) {
        var event = events.forOrganizer(id);
        var words = Query.text(alternative).filter(text -> text.length() <= LONGEST_ALTERNATIVE)
                .orElseThrow(() -> Query.invalid("alternative", "what the picture shows, in up to 300 characters"));
        var type = headers.getMediaType();
        return switch (PictureReader.read(content, type.getType() + "/" + type.getSubtype())) {
            case PictureReading.Readable(Picture picture) -> {
                pictures.set(event, picture, words, caller.get().id());
                yield show(id);
            }
            case PictureReading.Unreadable(String why) -> Problem.of(422, "unusable-picture",
                    "The picture cannot be used", why).toResponse();
        };
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public Response describe(@PathParam("event") String id, @Valid @NotNull PictureWords words) {
        return pictures.describe(events.forOrganizer(id), words.alternative().strip(), caller.get().id())
                ? show(id)
                : ShownPictureResource.UNKNOWN.toResponse();
    }

    @DELETE
    public Response remove(@PathParam("event") String id) {
        pictures.remove(events.forOrganizer(id), caller.get().id());
        return Response.noContent().build();
    }

    private Response show(String id) {
        return Response.ok(events.find(id).map(EventView::picture).orElseThrow()).build();
    }

    /** @param alternative what the picture shows, for those who do not see it */
    record PictureWords(@NotBlank @Size(max = LONGEST_ALTERNATIVE) String alternative) {}
}
