package ticketing.availability;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.event.Events;
import ticketing.http.Cursor;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.http.Query;

/** The seats of an event as a list: the same choice as the map, for whoever cannot use it. */
@Path("/api/ticketing/events")
class SeatListResource {

    private static final long BEFORE_THE_FIRST = -1;

    private final Events events;
    private final SeatListStore seats;

    SeatListResource(Events events, SeatListStore seats) {
        this.events = events;
        this.seats = seats;
    }

    @GET
    @Path("/{event}/seats")
    @RunOnVirtualThread
    public Page<SeatView> list(@PathParam("event") String event, @QueryParam("state") String state,
            @QueryParam("category") String category, @QueryParam("zone") String zone,
            @QueryParam("limit") String limit, @QueryParam("after") String after) {
        var request = PageRequest.of(limit, after);
        var selection = new SeatSelection(Query.oneOf(SeatState.class, "state", state), Query.text(category),
                Query.text(zone));
        events.findVisible(event).orElseThrow(Events.UNKNOWN::toException);
        var behind = request.after().map(Cursor::number).orElse(BEFORE_THE_FIRST);
        return Page.of(seats.list(event, selection, behind, request.rows()), request,
                seat -> Integer.toString(seat.position()));
    }
}
