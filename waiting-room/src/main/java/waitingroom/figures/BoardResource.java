package waitingroom.figures;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.release.GlobalBrake;
import waitingroom.release.Release;
import waitingroom.release.ReleaseCatalog;
import waitingroom.release.StoredRelease;
import waitingroom.staff.Staff;

/** All releases with their figures at one look: admins see every one, organizers those of their organizations. */
@Path("/api/waiting-room/board")
@RolesAllowed({ "admin", "organizer" })
@Produces(MediaType.APPLICATION_JSON)
class BoardResource {

    private static final int MOST = 500;

    private final ReleaseCatalog catalog;
    private final FiguresStore store;
    private final GlobalBrake brake;
    private final Staff staff;
    private final InstantSource clock;

    BoardResource(ReleaseCatalog catalog, FiguresStore store, GlobalBrake brake, Staff staff, InstantSource clock) {
        this.catalog = catalog;
        this.store = store;
        this.brake = brake;
        this.staff = staff;
        this.clock = clock;
    }

    /** What is open or about to open comes first. Beyond five hundred releases the last are left out. */
    @GET
    @RunOnVirtualThread
    public Board board() {
        var now = clock.instant();
        var lines = catalog.all().stream()
                .filter(stored -> staff.accessTo(stored.release().organizationId()) == Staff.Access.FULL)
                .sorted(Comparator.comparing((StoredRelease stored) -> stored.phaseAt(now) == Release.Phase.CLOSED)
                        .thenComparing(stored -> stored.release().opensAt()).thenComparing(StoredRelease::id))
                .limit(MOST)
                .map(stored -> Line.of(stored, now, figures(stored)))
                .toList();
        return new Board(lines, brake.read());
    }

    private Figures figures(StoredRelease stored) {
        return Figures.of(stored.release(), stored.reason(), store.counts(stored.id()), store.waits(stored.id()));
    }

    record Board(List<Line> items, GlobalBrake.View brake) {}

    /** @param tag what to send as {@code If-Match} to change the release as it is here */
    record Line(String id, String eventId, String organizationId, String title, Release.Phase phase,
            Release.Mode mode, String reason, String message, Instant opensAt, Instant closesAt, int ratePerMinute,
            int maxActive, String tag, Figures figures) {

        static Line of(StoredRelease stored, Instant now, Figures figures) {
            var release = stored.release();
            return new Line(stored.id(), release.eventId(), release.organizationId(), release.title(),
                    stored.phaseAt(now), release.mode(), stored.reason(), release.message(), release.opensAt(),
                    release.closesAt().orElse(null), release.ratePerMinute(), release.maxActive(),
                    "\"" + stored.tag() + "\"", figures);
        }
    }
}
