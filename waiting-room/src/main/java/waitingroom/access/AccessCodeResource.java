package waitingroom.access;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.release.StaffDoor;
import waitingroom.release.StoredRelease;

/** Where organizers get access codes for a release, or bring their own. */
@Path("/api/waiting-room/releases/{id}/access-codes")
@RolesAllowed({ "admin", "organizer", "steward" })
@Produces(MediaType.APPLICATION_JSON)
class AccessCodeResource {

    private static final int MOST_AT_ONCE = 10_000;

    private final StaffDoor door;
    private final IssueAccessCodes issue;
    private final AccessCodeStore store;
    private final AccessConfig config;

    AccessCodeResource(StaffDoor door, IssueAccessCodes issue, AccessCodeStore store, AccessConfig config) {
        this.door = door;
        this.issue = issue;
        this.store = store;
        this.config = config;
    }

    @GET
    @RunOnVirtualThread
    public AccessCodeStore.CodeCounts counts(@PathParam("id") String id) {
        return store.counts(door.own(id).id());
    }

    /** Either {@code count}, to have codes made, or {@code codes}, to bring them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response add(@PathParam("id") String id, @Valid @NotNull CodesRequest request) {
        var stored = door.own(id);
        if ((request.count() == null) == (request.codes() == null)) {
            return AccessProblems.invalid("/count", "or /codes must be given, and not both").toResponse();
        }
        var uses = request.uses() == null ? 1 : request.uses();
        return request.codes() == null
                ? generate(stored, request.count(), uses)
                : upload(stored, request.codes(), uses);
    }

    private Response generate(StoredRelease stored, int count, int uses) {
        return issue.generate(stored, count, uses)
                .map(codes -> Response.status(201).header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(new Generated(codes, uses)).build())
                .orElseGet(() -> AccessProblems.tooMany(config.mostCodes()).toResponse());
    }

    private Response upload(StoredRelease stored, List<String> typed, int uses) {
        var codes = typed.stream().map(AccessCode::read).toList();
        var bad = codes.indexOf(Optional.<AccessCode>empty());
        if (bad >= 0) {
            return AccessProblems.invalid("/codes/" + bad, "must have 4 to 64 letters and digits").toResponse();
        }
        var added = issue.upload(stored, codes.stream().flatMap(Optional::stream).distinct().toList(), uses);
        return added < 0
                ? AccessProblems.tooMany(config.mostCodes()).toResponse()
                : Response.status(201).entity(new Uploaded(added, typed.size() - added, uses)).build();
    }

    /** @param uses how many fans each code serves; 1 if left out */
    record CodesRequest(@Min(1) @Max(MOST_AT_ONCE) Integer count,
            @Size(min = 1, max = MOST_AT_ONCE) List<@NotNull @Size(max = 100) String> codes,
            @Min(1) @Max(1_000_000) Integer uses) {}

    /** The codes, shown this once: only their digests are kept. */
    record Generated(List<String> codes, int uses) {}

    /** @param known codes the release had already; they stay as they were */
    record Uploaded(long added, long known, int uses) {}
}
