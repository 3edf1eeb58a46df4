package ticketing.waitinglist;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.event.Events;

/** How long the line is, for the event's organizer. */
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
}
