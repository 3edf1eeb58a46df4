package ticketing.sales;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.event.Events;

/** All tickets of an event as a file, for its organizer. */
@Path("/api/ticketing/events")
@Authenticated
@RunOnVirtualThread
class ExportResource {

    private final Events events;
    private final ExportTickets exportTickets;
    private final CurrentCaller caller;

    ExportResource(Events events, ExportTickets exportTickets, CurrentCaller caller) {
        this.events = events;
        this.exportTickets = exportTickets;
        this.caller = caller;
    }

    @GET
    @Path("/{event}/export.csv")
    public Response csv(@PathParam("event") String event) {
        return file(event, "csv", "text/csv;charset=utf-8", TicketCsv.of(tickets(event, "csv")));
    }

    @GET
    @Path("/{event}/export.xlsx")
    public Response xlsx(@PathParam("event") String event) {
        return file(event, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                TicketSheet.of(tickets(event, "xlsx")));
    }

    private List<SoldTicket> tickets(String event, String format) {
        var organization = events.forOrganizer(event).organizationId();
        return exportTickets.export(event, organization, format, caller.get().id());
    }

    private static Response file(String event, String ending, String type, Object content) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"tickets-" + event + "." + ending + "\"")
                .header("Cache-Control", "no-store").build();
    }
}
