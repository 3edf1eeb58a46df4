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
import waitingroom.release.StaffDoor;

/** How a release is doing, for the staff whose release it is. */
@Path("/api/waiting-room/releases/{id}")
@RolesAllowed({ "admin", "organizer", "steward" })
@Produces(MediaType.APPLICATION_JSON)
class FiguresResource {

    private static final int MOST_MINUTES = 1_440;

    private final FiguresStore store;
    private final StaffDoor door;

    FiguresResource(FiguresStore store, StaffDoor door) {
        this.store = store;
        this.door = door;
    }

    @GET
    @Path("/figures")
    @RunOnVirtualThread
    public Figures figures(@PathParam("id") String id) {
        var stored = door.own(id);
        return Figures.of(stored.release(), stored.reason(), store.counts(id), store.waits(id));
    }

    /** Counts of each minute in [from, to), for plots; minutes in which nothing happened are left out. */
    @GET
    @Path("/history")
    @RunOnVirtualThread
    public History history(@PathParam("id") String id, @QueryParam("from") Instant from,
            @QueryParam("to") Instant to) {
        door.own(id);
        var minutes = store.history(id).entrySet().stream()
                .map(minute -> Minute.of(Instant.ofEpochMilli(minute.getKey()), minute.getValue()))
                .filter(minute -> from == null || !minute.at().isBefore(from))
                .filter(minute -> to == null || minute.at().isBefore(to))
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .limit(MOST_MINUTES)
                .toList();
        return new History(minutes.reversed());
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
