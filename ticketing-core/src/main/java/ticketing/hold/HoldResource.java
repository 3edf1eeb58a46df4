package ticketing.hold;

import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import botdefense.client.SameOrigin;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.admission.ShopperReader;

/** What one may do with a hold short of buying. */
@Path("/api/ticketing/holds")
class HoldResource {

    private final ManageHold manageHold;
    private final ShopperReader request;

    HoldResource(ManageHold manageHold, ShopperReader request) {
        this.manageHold = manageHold;
        this.request = request;
    }

    /** The hold of this session, so that a page that was reloaded finds it again. */
    @GET
    @Path("/current")
    @RunOnVirtualThread
    public Response current() {
        return view(manageHold.findAlive(request.shopper()));
    }

    @GET
    @Path("/{hold}")
    @RunOnVirtualThread
    public Response read(@PathParam("hold") String hold) {
        return view(idOf(hold).flatMap(id -> manageHold.find(id, request.shopper())));
    }

    @DELETE
    @Path("/{hold}")
    @SameOrigin
    @RunOnVirtualThread
    public Response release(@PathParam("hold") String hold) {
        var after = idOf(hold).flatMap(id -> manageHold.release(id, request.shopper()));
        return after.map(HoldResource::released).orElseGet(() -> HoldProblems.noHold().toResponse());
    }

    @POST
    @Path("/{hold}/extension")
    @SameOrigin
    @RunOnVirtualThread
    public Response extend(@PathParam("hold") String hold) {
        var outcome = idOf(hold).flatMap(id -> manageHold.extend(id, request.shopper()));
        if (outcome.isEmpty()) {
            return HoldProblems.noHold().toResponse();
        }
        return switch (outcome.get()) {
            case ExtensionOutcome.Extended extended -> Response.ok(HoldView.of(extended.hold())).build();
            case ExtensionOutcome.UsedUp usedUp -> HoldProblems.extendedBefore().toResponse();
            case ExtensionOutcome.Over over -> HoldProblems.expired().toResponse();
            case ExtensionOutcome.NotActive inactive -> inactive.hold() instanceof SeatHold.Released
                    ? HoldProblems.noHold().toResponse()
                    : HoldProblems.used().toResponse();
        };
    }

    private static Response released(SeatHold hold) {
        return switch (hold) {
            case SeatHold.Released released -> Response.noContent().build();
            case SeatHold.Expired expired -> Response.noContent().build();
            case SeatHold.Active active -> throw new IllegalStateException("given back, and still active");
            case SeatHold.Ordered ordered -> HoldProblems.used().toResponse();
            case SeatHold.Purchased purchased -> HoldProblems.used().toResponse();
        };
    }

    private static Response view(Optional<SeatHold> hold) {
        return hold.map(found -> Response.ok(HoldView.of(found)).header("Cache-Control", "no-store").build())
                .orElseGet(() -> HoldProblems.noHold().toResponse());
    }

    /** What is no id is nobody's hold. */
    static Optional<UUID> idOf(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
