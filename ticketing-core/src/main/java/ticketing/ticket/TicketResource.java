package ticketing.ticket;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.order.OrderBearer;
import ticketing.order.ReadOrder;
import ticketing.order.Ticket;

/** Single tickets, for whoever has their order's secret; and the key that scanners check them with. */
@Path("/api/ticketing/tickets")
class TicketResource {

    private static final int QR_PIXELS = 480;

    private final ReadOrder readOrder;
    private final TicketToken token;

    TicketResource(ReadOrder readOrder, TicketToken token) {
        this.readOrder = readOrder;
        this.token = token;
    }

    @GET
    @Path("/{ticket}/qr.png")
    @RunOnVirtualThread
    public Response qr(@PathParam("ticket") String id, @HeaderParam("Authorization") OrderBearer bearer) {
        return OrderBearer.secret(bearer)
                .flatMap(secret -> idOf(id).flatMap(ticket -> readOrder.readByTicket(ticket, secret)))
                .flatMap(order -> order.tickets().stream()
                        .filter(ticket -> ticket.valid() && ticket.id().toString().equals(id))
                        .findFirst()
                        .map(ticket -> png(order.event().id(), ticket)))
                .orElseGet(() -> TicketDocumentResource.nothing().toResponse());
    }

    /** The public half of the signing key, as a JWK. */
    @GET
    @Path("/key.json")
    public Response key() {
        return Response.ok(Map.of("kty", "OKP", "crv", "Ed25519", "use", "sig", "kid", "TDS1", "x",
                token.publicKey())).header("Cache-Control", "public, max-age=3600").build();
    }

    private static Optional<UUID> idOf(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private Response png(String event, Ticket ticket) {
        return Response.ok(QrCode.png(token.of(event, ticket), QR_PIXELS), "image/png")
                .header("Cache-Control", "no-store").build();
    }
}
