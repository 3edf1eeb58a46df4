package waitingroom.evidence;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.fairness.FairnessLog;
import waitingroom.fairness.SignedHead;
import waitingroom.lobby.LobbyPlaces;
import waitingroom.release.ReleaseCatalog;
import waitingroom.release.ReleaseProblems;
import waitingroom.release.StoredRelease;

/** Where anybody can check that a release is fair. */
@Path("/api/waiting-room/releases/{id}/fairness")
@Produces(MediaType.APPLICATION_JSON)
class FairnessResource {

    private static final int EXPORT_PAGE = 10_000;

    private final ReleaseCatalog catalog;
    private final FairnessLog log;
    private final LobbyPlaces lobbies;

    FairnessResource(ReleaseCatalog catalog, FairnessLog log, LobbyPlaces lobbies) {
        this.catalog = catalog;
        this.log = log;
        this.lobbies = lobbies;
    }

    @GET
    @RunOnVirtualThread
    public Response read(@PathParam("id") String id) {
        var stored = release(id);
        return Response.ok(FairnessView.of(stored, lobbies.lobby(stored), lobbies.beacon(stored), log.head(id)))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=1").build();
    }

    @GET
    @Path("/log")
    @RunOnVirtualThread
    public Page log(@PathParam("id") String id, @QueryParam("after") @DefaultValue("-1") @Min(-1) long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        release(id);
        var found = log.entriesAfter(id, after, limit + 1);
        var items = found.stream().limit(limit)
                .map(entry -> new Item(entry.index(), entry.line(), entry.kind(), Instant.ofEpochMilli(entry.at())))
                .toList();
        return new Page(items, found.size() > limit ? Long.toString(items.getLast().index()) : null);
    }

    /** The log as it is hashed, for those who want all of it. */
    @GET
    @Path("/log.txt")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @RunOnVirtualThread
    public String export(@PathParam("id") String id, @QueryParam("after") @DefaultValue("-1") @Min(-1) long after) {
        release(id);
        return log.entriesAfter(id, after, EXPORT_PAGE).stream().map(entry -> entry.line() + "\n")
                .collect(Collectors.joining());
    }

    @GET
    @Path("/consistency")
    @RunOnVirtualThread
    public Response consistency(@PathParam("id") String id, @QueryParam("from") @DefaultValue("0") @Min(0) long from,
            @QueryParam("to") @DefaultValue("0") @Min(0) long to) {
        release(id);
        var signed = log.head(id).map(SignedHead::size).orElse(0L);
        if (from > to || to > signed) {
            return EvidenceProblems.noSuchTree(signed).toResponse();
        }
        return Response.ok(new Consistency(from, to, log.consistencyProof(id, from, to))).build();
    }

    private StoredRelease release(String id) {
        return catalog.find(id).orElseThrow(() -> ReleaseProblems.unknownRelease().toException());
    }

    record Page(List<Item> items, String next) {}

    record Item(long index, String entry, String type, Instant at) {}

    record Consistency(long from, long to, List<String> proof) {}
}
