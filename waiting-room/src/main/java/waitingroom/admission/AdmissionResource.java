package waitingroom.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.client.SameOrigin;
import contract.proof.ProofOutcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.queue.VisitorDoor;
import waitingroom.queue.VisitorProblems;
import waitingroom.release.Release.Binding;
import waitingroom.store.StoreUnavailableException;
import waitingroom.visitor.VisitorCookies;

/** Where a called fan claims the admission. */
@Path("/api/waiting-room/releases/{id}/visitors/me/admission")
@Produces(MediaType.APPLICATION_JSON)
class AdmissionResource {

    private final VisitorDoor door;
    private final ClaimAdmission claimAdmission;
    private final VisitorProof proofs;

    AdmissionResource(VisitorDoor door, ClaimAdmission claimAdmission, VisitorProof proofs) {
        this.door = door;
        this.claimAdmission = claimAdmission;
        this.proofs = proofs;
    }

    @POST
    @Guarded(Action.CLAIM)
    @SameOrigin
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response claim(@PathParam("id") String id, @CookieParam(VisitorCookies.NAME) String cookie,
            @HeaderParam("DPoP") String proof) {
        var stored = door.release(id);
        var visitor = door.visitor(cookie);
        var proven = stored.release().binding() == Binding.KEY
                ? Optional.of(proofs.check(proof, "POST", visitor))
                : Optional.<ProofOutcome.Proven>empty();
        try {
            proven.ifPresent(proofs::burn);
            return answer(claimAdmission.claim(stored, visitor));
        } catch (StoreUnavailableException away) {
            // A proof that is replayed now brings the same admission once more, bound to the same key.
            var place = door.placeWithoutStore(stored, visitor, away);
            return answer(claimAdmission.claimWithoutStore(stored, visitor, place));
        }
    }

    private static Response answer(ClaimOutcome outcome) {
        return switch (outcome) {
            case ClaimOutcome.Admitted(String token, Instant issuedAt, Instant expiresAt, String continueAt) ->
                Response.status(201)
                        .entity(new AdmissionView(token, issuedAt, expiresAt, continueAt))
                        .header("Cache-Control", "no-store").build();
            case ClaimOutcome.GateFull(Duration pause) -> Response.accepted(
                    Map.of("state", "CALLED", "retryAfterMillis", pause.toMillis())).build();
            case ClaimOutcome.NotCalled notCalled -> AdmissionProblems.notCalled().toResponse();
            case ClaimOutcome.CallExpired expired -> AdmissionProblems.callExpired().toResponse();
            case ClaimOutcome.Closed closed -> VisitorProblems.closed().toResponse();
            case ClaimOutcome.NoPlace noPlace -> VisitorProblems.noPlace().toResponse();
        };
    }

    record AdmissionView(String token, Instant issuedAt, Instant expiresAt, String continueAt) {}
}
