package ticketing.ticket;

import java.util.function.Function;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.http.Query;
import ticketing.order.OrderBearer;
import ticketing.order.OrderDetails;
import ticketing.order.ReadOrder;
import ticketing.order.Ticket;

/** The papers of an order, for whoever has its secret. Only a valid ticket has any. */
@Path("/api/ticketing/orders/{code}/{document: tickets\\.pdf|calendar\\.ics}")
class TicketDocumentResource {

    private final ReadOrder readOrder;
    private final TicketPdf pdf;

    TicketDocumentResource(ReadOrder readOrder, TicketPdf pdf) {
        this.readOrder = readOrder;
        this.pdf = pdf;
    }

    @GET
    @RunOnVirtualThread
    public Response read(@PathParam("code") String code, @PathParam("document") String document,
            @QueryParam("paper") String paper, @QueryParam("lang") String language,
            @HeaderParam("Authorization") OrderBearer bearer) {
        var printed = Query.oneOf(TicketPaper.class, "paper", paper).orElse(TicketPaper.A4);
        Function<OrderDetails, Response> make = document.equals("tickets.pdf")
                ? order -> tickets(order, printed, TicketWords.of(language))
                : TicketDocumentResource::calendar;
        return OrderBearer.secret(bearer)
                .flatMap(secret -> readOrder.read(code, secret))
                .filter(order -> order.tickets().stream().anyMatch(Ticket::valid))
                .map(make)
                .orElseGet(() -> nothing().toResponse());
    }

    private Response tickets(OrderDetails order, TicketPaper paper, TicketWords words) {
        return document(pdf.of(order, paper, words), "application/pdf",
                "tickets-" + order.order().facts().code() + ".pdf");
    }

    private static Response calendar(OrderDetails order) {
        return document(TicketCalendar.of(order), "text/calendar;charset=utf-8",
                order.order().facts().code() + ".ics");
    }

    private static Response document(Object content, String type, String name) {
        return Response.ok(content, type).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + name + '"').build();
    }

    static Problem nothing() {
        return Problem.of(404, "not-found", "There are no tickets here",
                "Open the order by the link in your mail; tickets stand there once it is paid.");
    }
}
