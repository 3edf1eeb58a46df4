package waitingroom.handover;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.client.ClientRequest;
import botdefense.client.SameOrigin;
import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.admission.VisitorProof;
import waitingroom.queue.ReadPace;
import waitingroom.queue.VisitorDoor;
import waitingroom.queue.VisitorProblems;
import waitingroom.queue.WaitEstimate;
import waitingroom.release.Release.Binding;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;
import waitingroom.visitor.VisitorCookies;

/** Where a fan takes the place along to another device. */
@Path("/api/waiting-room/releases/{id}")
@Produces(MediaType.APPLICATION_JSON)
class HandoverResource {

    private static final Duration PAUSE = Duration.ofMillis(900);

    private final VisitorDoor door;
    private final MovePlace movePlace;
    private final VisitorProof proofs;
    private final WaitEstimate estimate;
    private final ReadPace pace;
    private final ClientRequest client;

    HandoverResource(VisitorDoor door, MovePlace movePlace, VisitorProof proofs, WaitEstimate estimate,
            ReadPace pace, ClientRequest client) {
        this.door = door;
        this.movePlace = movePlace;
        this.proofs = proofs;
        this.estimate = estimate;
        this.pace = pace;
        this.client = client;
    }

    /** A stolen cookie must not be enough to take a place away: the browser's key proves the wish. */
    @POST
    @Path("/visitors/me/handover")
    @SameOrigin
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response offer(@PathParam("id") String id, @CookieParam(VisitorCookies.NAME) String cookie,
            @HeaderParam("DPoP") String proof) {
        var stored = door.release(id);
        var visitor = door.visitor(cookie);
        if (!pace.take("handover " + id + " " + visitor.id(), PAUSE)) {
            return VisitorProblems.slowDown().toResponse();
        }
        if (stored.release().binding() == Binding.KEY) {
            proofs.burn(proofs.check(proof, "POST", visitor));
        }
        return movePlace.offer(stored, visitor).map(offer -> offered(stored, offer))
                .orElseGet(() -> HandoverProblems.notMovable().toResponse());
    }

    /** The code stands in the fragment of the address, which browsers send to nobody. */
    private Response offered(StoredRelease stored, MovePlace.Offer offer) {
        var address = UriBuilder.fromUri(client.url()).replacePath("/queue/{event}").fragment("move={release}.{code}")
                .build(stored.release().eventId(), stored.id(), offer.code());
        return Response.status(201)
                .entity(new OfferView(offer.code(), offer.expiresAt(), address, QrDrawing.of(address.toString())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @POST
    @Path("/handovers")
    @Guarded(Action.JOIN)
    @SameOrigin
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response takeOver(@PathParam("id") String id, @CookieParam(VisitorCookies.NAME) String cookie,
            @Valid @NotNull TakeOverRequest request) {
        var stored = door.release(id);
        var browser = door.browser(stored, cookie, request.key());
        return switch (movePlace.takeOver(stored, browser, request.code())) {
            case TakeOverOutcome.Moved(Visitor visitor) -> movePlace.read(stored, visitor)
                    .map(place -> Response.status(201).entity(estimate.view(stored, place))
                            .cookie(door.cookieOf(visitor)).build())
                    .orElseGet(() -> HandoverProblems.handoverOver().toResponse());
            case TakeOverOutcome.NoOffer none -> HandoverProblems.handoverOver().toResponse();
            case TakeOverOutcome.HasPlace has -> HandoverProblems.placeExists().toResponse();
            case TakeOverOutcome.Over over -> HandoverProblems.notMovable().toResponse();
        };
    }

    record OfferView(String code, Instant expiresAt, URI address, QrDrawing qr) {}

    record TakeOverRequest(@NotNull @Size(max = 100) String code, Map<String, Object> key) {}
}
