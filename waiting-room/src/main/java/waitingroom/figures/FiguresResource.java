package waitingroom.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.release.ReleaseCatalog;
import waitingroom.release.ReleaseProblems;
import waitingroom.release.StoredRelease;
import waitingroom.staff.Staff;

/** How a release is doing, for the staff whose release it is. */
@Path("/api/waiting-room/releases/{id}")
@RolesAllowed({ "admin", "organizer", "steward" })
@Produces(MediaType.APPLICATION_JSON)
class FiguresResource {

    private static final int MOST_MINUTES = 1_440;

    private final FiguresStore store;
    private final ReleaseCatalog catalog;
    private final Staff staff;

    FiguresResource(FiguresStore store, ReleaseCatalog catalog, Staff staff) {
        this.store = store;
        this.catalog = catalog;
        this.staff = staff;
    }

    @GET
    @Path("/figures")
    @RunOnVirtualThread
    public Figures figures(@PathParam("id") String id) {
        var stored = mayRead(id);
        return Figures.of(stored.release(), stored.reason(), store.counts(id), store.waits(id));
    }

    /** Counts of each minute in [from, to), for plots; minutes in which nothing happened are left out. */
    @GET
    @Path("/history")
    @RunOnVirtualThread
    public History history(@PathParam("id") String id, @QueryParam("from") Instant from,
            @QueryParam("to") Instant to) {
        mayRead(id);
        var minutes = store.history(id).entrySet().stream()
                .map(minute -> Minute.of(Instant.ofEpochMilli(minute.getKey()), minute.getValue()))
                .filter(minute -> from == null || !minute.at().isBefore(from))
                .filter(minute -> to == null || minute.at().isBefore(to))
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .limit(MOST_MINUTES)
                .toList();
        return new History(minutes.reversed());
    }

    private StoredRelease mayRead(String id) {
        var stored = catalog.find(id).orElseThrow(() -> ReleaseProblems.unknownRelease().toException());
        return switch (staff.accessTo(stored.release().organizationId())) {
            case FULL -> stored;
            case NOT_FOR_ROLE -> throw ReleaseProblems.notAllowed().toException();
            case FOREIGN -> throw ReleaseProblems.unknownRelease().toException();
        };
    }

    record History(List<Minute> minutes) {}

    record Minute(Instant at, long joined, long called, long admitted, long done, long noShows, long left, long over,
            long unused) {

        static Minute of(Instant at, Map<String, Long> counts) {
            return new Minute(at, count(counts, "joined"), count(counts, "called"), count(counts, "admitted"),
                    count(counts, "done"), count(counts, "noShows"), count(counts, "left"), count(counts, "over"),
                    count(counts, "unused"));
        }

        private static long count(Map<String, Long> counts, String event) {
            return counts.getOrDefault(event, 0L);
        }
    }
}
