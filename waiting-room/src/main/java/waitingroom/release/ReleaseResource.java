package waitingroom.release;

import java.time.InstantSource;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** What a fan may know of the releases. */
@Path("/api/waiting-room/releases")
@Produces(MediaType.APPLICATION_JSON)
class ReleaseResource {

    private final ReleaseStore store;
    private final InstantSource clock;

    ReleaseResource(ReleaseStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    public Page list(@QueryParam("event") String event, @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var now = clock.instant();
        var rest = store.findAll().stream()
                .filter(stored -> event == null || stored.release().eventId().equals(event))
                .sorted(StoredRelease.currentFirst(now))
                .dropWhile(stored -> !after.isEmpty() && !stored.id().equals(after))
                .skip(after.isEmpty() ? 0 : 1)
                .limit(limit + 1L)
                .toList();
        var items = rest.stream().limit(limit).map(stored -> ReleaseView.of(stored, now)).toList();
        return new Page(items, rest.size() > limit ? items.getLast().id() : null);
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    public Response read(@PathParam("id") String id) {
        return store.find(id)
                .map(stored -> Response.ok(ReleaseView.of(stored, clock.instant())).tag(stored.tag()).build())
                .orElseGet(() -> ReleaseProblems.unknownRelease().toResponse());
    }

    record Page(List<ReleaseView> items, String next) {}
}
