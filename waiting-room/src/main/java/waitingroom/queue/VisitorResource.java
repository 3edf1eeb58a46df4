package waitingroom.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.client.SameOrigin;
import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import waitingroom.release.StoredRelease;
import waitingroom.store.StoreUnavailableException;
import waitingroom.visitor.Visitor;
import waitingroom.visitor.Visitor.HeldPlace;
import waitingroom.visitor.VisitorCookies;

/** Where fans join, see how they stand, and leave. */
@Path("/api/waiting-room/releases/{id}/visitors")
@Produces(MediaType.APPLICATION_JSON)
class VisitorResource {

    private final VisitorDoor door;
    private final JoinQueue joinQueue;
    private final LeaveQueue leaveQueue;
    private final ReadVisitor readVisitor;
    private final WaitEstimate estimate;
    private final JoinCheck check;

    VisitorResource(VisitorDoor door, JoinQueue joinQueue, LeaveQueue leaveQueue, ReadVisitor readVisitor,
            WaitEstimate estimate, JoinCheck check) {
        this.door = door;
        this.joinQueue = joinQueue;
        this.leaveQueue = leaveQueue;
        this.readVisitor = readVisitor;
        this.estimate = estimate;
        this.check = check;
    }

    @POST
    @Guarded(Action.JOIN)
    @SameOrigin
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> join(@PathParam("id") String id, @CookieParam(VisitorCookies.NAME) String cookie,
            JoinRequest request) {
        if (request == null || !request.namesOnlyAKey()) {
            check.check(request);
        }
        return door.releaseLater(id).chain(stored -> switch (door.stepOf(stored, cookie, request.key())) {
            case VisitorDoor.Step.First(Visitor visitor, Duration pause) -> Uni.createFrom().item(
                    Response.accepted(Map.of("state", "NEW", "retryAfterMillis", pause.toMillis()))
                            .cookie(door.cookieOf(visitor)).build());
            case VisitorDoor.Step.Second(Visitor visitor) -> joinQueue
                    .join(stored, visitor, Optional.ofNullable(request.accessCode()))
                    .map(outcome -> answer(stored, visitor, outcome));
        });
    }

    private Response answer(StoredRelease stored, Visitor visitor, JoinOutcome outcome) {
        return switch (outcome) {
            case JoinOutcome.Placed(QueuePlace place) -> placed(Response.status(201), stored, visitor, place);
            case JoinOutcome.Kept(QueuePlace place) -> placed(Response.ok(), stored, visitor, place);
            case JoinOutcome.New unanswered -> throw new IllegalStateException("only asked, not joined");
            case JoinOutcome.Refused(Problem problem) -> problem.toResponse();
            case JoinOutcome.TooEarly(Duration pause) -> VisitorProblems.tooEarly(pause).toResponse();
            case JoinOutcome.Closed closed -> VisitorProblems.closed().toResponse();
            case JoinOutcome.UnknownRelease unknown -> throw door.unknownRelease();
        };
    }

    /** The place travels in the cookie too, so that it outlives the store. */
    private Response placed(Response.ResponseBuilder response, StoredRelease stored, Visitor visitor,
            QueuePlace place) {
        var held = place.lobbyIndex().isPresent()
                ? HeldPlace.inLobby(stored.id(), stored.incarnation(), place.lobbyIndex().getAsLong())
                : new HeldPlace(stored.id(), stored.incarnation(), place.place().getAsLong());
        if (!visitor.holds(held)) {
            response.cookie(door.cookieOf(visitor.holding(held)));
        }
        return response.entity(estimate.view(stored, place)).build();
    }

    @GET
    @Path("/me")
    @RunOnVirtualThread
    public Response me(@PathParam("id") String id, @CookieParam(VisitorCookies.NAME) String cookie) {
        var stored = door.release(id);
        var visitor = door.visitor(cookie);
        try {
            return readVisitor.mayRead(stored, visitor)
                    ? readVisitor.read(stored, visitor).map(place -> shown(stored, visitor, place))
                            .orElseGet(() -> VisitorProblems.noPlace().toResponse())
                    : VisitorProblems.slowDown().toResponse();
        } catch (StoreUnavailableException away) {
            return shown(stored, visitor, door.placeWithoutStore(stored, visitor, away));
        }
    }

    /** What has moved to another device must not come back, or go in, from this one's cookie. */
    private Response shown(StoredRelease stored, Visitor visitor, QueuePlace place) {
        var response = Response.ok(estimate.view(stored, place)).header("Cache-Control", "no-store");
        if (place.state() == PlaceState.MOVED && visitor.placeIn(stored.id(), stored.incarnation()).isPresent()) {
            response.cookie(door.cookieOf(visitor.without(stored.id())));
        }
        return response.build();
    }

    @DELETE
    @SameOrigin
    @Path("/me")
    @RunOnVirtualThread
    public Response leave(@PathParam("id") String id, @CookieParam(VisitorCookies.NAME) String cookie) {
        var stored = door.release(id);
        return leaveQueue.leave(stored, door.visitor(cookie))
                ? Response.noContent().build()
                : VisitorProblems.noPlace().toResponse();
    }

    /**
     * The bot defense reads the last two.
     *
     * @param solution of a challenge, if one was set
     * @param marks    of automation that the page saw in its browser
     */
    record JoinRequest(Map<String, Object> key, @Size(max = 64) String accessCode, @Valid Solution solution,
            @Size(max = 16) List<@Size(max = 32) String> marks) {

        /** Most say nothing else, and the key is looked at anyway: no constraint is left to check. */
        boolean namesOnlyAKey() {
            return accessCode == null && solution == null && marks == null;
        }
    }

    /** @param waited instead of working */
    record Solution(@Size(max = 4_096) String token, @Size(max = 256) List<@Size(max = 64) String> nonces,
            Boolean waited) {}
}
