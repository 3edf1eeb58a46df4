package ticketing.waitinglist;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import contract.proof.PublicKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.admission.HandedSession;
import ticketing.admission.ShopperReader;
import ticketing.order.OrderBearer;

/** A fan's place in the line, for whoever has its secret. */
@Path("/api/ticketing/waiting-list/{entry}")
@RunOnVirtualThread
class WaitingEntryResource {

    private final ManageEntry manageEntry;
    private final ShopperReader request;

    WaitingEntryResource(ManageEntry manageEntry, ShopperReader request) {
        this.manageEntry = manageEntry;
        this.request = request;
    }

    @GET
    public Response read(@PathParam("entry") String id, @HeaderParam("Authorization") OrderBearer bearer) {
        return Response.ok(view(open(id, bearer))).header("Cache-Control", "no-store").build();
    }

    /** Leaving twice is no mistake. Seats that are offered already are given back like any hold. */
    @DELETE
    public Response leave(@PathParam("entry") String id, @HeaderParam("Authorization") OrderBearer bearer) {
        manageEntry.leave(open(id, bearer).wish().id());
        return Response.noContent().build();
    }

    /** The offered seats become this browser's: a shopping session with its hold, as an admission gives one. */
    @POST
    @Path("/claim")
    public Response claim(@PathParam("entry") String id, @HeaderParam("Authorization") OrderBearer bearer,
            @Valid ClaimBody body) {
        var key = Optional.ofNullable(body).map(ClaimBody::key);
        var thumbprint = key.flatMap(PublicKeys::thumbprint);
        if (key.isPresent() && thumbprint.isEmpty()) {
            return Problem.of(400, "malformed", "The key is not usable",
                    "Send a P-256 public key as JWK, without private members.").toResponse();
        }
        return switch (open(id, bearer)) {
            case WaitingEntry.Waiting waiting -> Problem.of(409, "no-offer", "Nothing has come back yet",
                    "Wait for the mail.").toResponse();
            case WaitingEntry.Ended ended -> over();
            case WaitingEntry.Offered offered -> manageEntry.claim(offered, thumbprint)
                    .map(session -> entered(session, offered.hold()))
                    .orElseGet(WaitingEntryResource::over);
        };
    }

    private Response entered(HandedSession handed, UUID hold) {
        var session = handed.session();
        return Response.status(Response.Status.CREATED)
                .cookie(request.cookie(handed.secret(), request.until(session.expiresAt())))
                .header("Cache-Control", "no-store")
                .entity(new ClaimView(handed.secret(), session.eventId(), hold, session.expiresAt(),
                        session.ordersLeft(), session.seatsLeft()))
                .build();
    }

    private EntryView view(WaitingEntry entry) {
        return EntryView.of(entry, manageEntry.ahead(entry));
    }

    private WaitingEntry open(String id, OrderBearer bearer) {
        return idOf(id).flatMap(entry -> OrderBearer.secret(bearer).flatMap(secret -> manageEntry.find(entry, secret)))
                .orElseThrow(() -> Problem.of(404, "not-found", "There is no such place in a waiting list",
                        "Open it by the link in your mail.").toException());
    }

    private static Response over() {
        return Problem.of(410, "offer-over", "The offer is over",
                "The seats went to the next in line, or are bought. Join the waiting list again.").toResponse();
    }

    private static Optional<UUID> idOf(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** @param key the browser's public key; every later request must prove it then */
    record ClaimBody(Map<String, Object> key) {}

    record ClaimView(String session, String eventId, UUID hold, Instant expiresAt, int ordersLeft, int seatsLeft) {}
}
