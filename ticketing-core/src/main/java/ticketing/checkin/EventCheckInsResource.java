package ticketing.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.Role;
import ticketing.event.Events;
import ticketing.http.Cursor;
import ticketing.http.Page;
import ticketing.http.PageRequest;

/** How the doors of an event are doing, and what a scanner needs to work without network. */
@Path("/api/ticketing/events")
@Authenticated
@RunOnVirtualThread
class EventCheckInsResource {

    private static final Duration PACE_SHOWN = Duration.ofHours(4);

    private final Events events;
    private final CheckInStore store;
    private final InstantSource clock;

    EventCheckInsResource(Events events, CheckInStore store, InstantSource clock) {
        this.events = events;
        this.store = store;
        this.clock = clock;
    }

    @GET
    @Path("/{event}/check-ins")
    public Page<CheckInView> list(@PathParam("event") String event, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        demandStaff(event);
        var request = PageRequest.of(limit, after);
        var before = request.after().map(Cursor::number).orElse(Long.MAX_VALUE);
        return Page.of(store.list(event, before, request.rows()), request, scan -> Long.toString(scan.id()));
    }

    @GET
    @Path("/{event}/check-ins/figures")
    public Figures figures(@PathParam("event") String event) {
        demandStaff(event);
        var now = clock.instant();
        return new Figures(store.validTickets(event), store.entered(event), store.inside(event).size(),
                store.gates(event), store.pace(event, now.minus(PACE_SHOWN)), now);
    }

    /** A genuine code (docs/tickets.md) that is on neither list may enter. It names tickets, not people. */
    @GET
    @Path("/{event}/check-ins/offline-list")
    public OfflineList offlineList(@PathParam("event") String event) {
        demandStaff(event);
        return new OfflineList(event, clock.instant(), store.cancelled(event), store.inside(event));
    }

    private void demandStaff(String event) {
        events.forStaff(event, Role.STEWARD, Role.ORGANIZER);
    }

    /**
     * @param tickets valid ones
     * @param entered of those, which were let in at least once
     * @param inside  whose holder is in the house now
     * @param pace    how many were let in at each gate in each five minutes of the last hours
     */
    record Figures(int tickets, int entered, int inside, List<GateFigures> gates, List<GatePace> pace, Instant at) {}

    /**
     * @param cancelled tickets whose code is genuine and admits nobody
     * @param inside    tickets somebody is inside with
     */
    record OfflineList(String eventId, Instant at, List<UUID> cancelled, List<UUID> inside) {}
}
