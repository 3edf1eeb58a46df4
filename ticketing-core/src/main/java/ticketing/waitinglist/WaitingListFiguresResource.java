package ticketing.waitinglist;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.event.Events;
import ticketing.http.Cursor;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.http.Query;

/** How long the line is and who stands where, for the event's organizer. */
@Path("/api/ticketing/events/{event}/waiting-list")
@Authenticated
class WaitingListFiguresResource {

    private final Events events;
    private final WaitingStore store;

    WaitingListFiguresResource(Events events, WaitingStore store) {
        this.events = events;
        this.store = store;
    }

    @GET
    @RunOnVirtualThread
    public LineFigures figures(@PathParam("event") String event) {
        events.forOrganizer(event);
        return store.figures(event);
    }

    /** Who is in line, in its order; without the addresses, which are for the offers alone. */
    @GET
    @Path("/entries")
    @RunOnVirtualThread
    public Page<LinePlace> entries(@PathParam("event") String event, @QueryParam("state") String state,
            @QueryParam("limit") String limit, @QueryParam("after") String after) {
        events.forOrganizer(event);
        var request = PageRequest.of(limit, after);
        return Page.of(store.line(event, Query.oneOf(LinePlace.State.class, "state", state),
                request.after().map(Cursor::number).orElse(Long.MIN_VALUE), request.rows()), request,
                entry -> Long.toString(entry.number()));
    }
}
