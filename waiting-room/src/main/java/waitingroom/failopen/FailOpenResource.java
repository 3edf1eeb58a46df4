package waitingroom.failopen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.staff.Staff;

/** The switch for emergencies: whether fans are let in by the last known order while the store is away. */
@Path("/api/waiting-room/fail-open")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
class FailOpenResource {

    private static final int MOST_MINUTES = 15;

    private final FailOpenSwitch failOpen;
    private final Staff staff;
    private final InstantSource clock;

    FailOpenResource(FailOpenSwitch failOpen, Staff staff, InstantSource clock) {
        this.failOpen = failOpen;
        this.staff = staff;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    public View read() {
        return failOpen.openAt(clock.instant()).map(opening -> View.of(opening, null)).orElseGet(View::closed);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public View open(@Valid @NotNull OpenRequest wish) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var opening = new Opening(now, now.plus(Duration.ofMinutes(wish.minutes())), staff.id(), wish.reason());
        return View.of(opening, failOpen.set(opening));
    }

    @DELETE
    @RunOnVirtualThread
    public View close() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        failOpen.set(new Opening(now, now, staff.id(), "switched off"));
        return View.closed();
    }

    record OpenRequest(@NotNull @Min(1) @Max(MOST_MINUTES) Integer minutes,
            @NotBlank @Size(max = 200) String reason) {}

    /** @param everywhere whether all instances know of it; null where nothing was switched */
    record View(boolean open, Instant since, Instant until, String reason, Boolean everywhere) {

        static View of(Opening opening, Boolean everywhere) {
            return new View(true, opening.since(), opening.until(), opening.reason(), everywhere);
        }

        static View closed() {
            return new View(false, null, null, null, null);
        }
    }
}
