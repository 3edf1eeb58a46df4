package ticketing.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import botdefense.client.SameOrigin;
import contract.problem.Problem;
import contract.proof.PublicKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.idempotency.IdempotentRequest;

/** The door of the shop: admissions become sessions here. */
@Path("/api/ticketing/admissions")
class AdmissionResource {

    private final VerifyAdmission verifyAdmission;
    private final ExchangeAdmission exchangeAdmission;
    private final OpenSession openSession;
    private final CurrentSession currentSession;
    private final ShopperReader request;

    AdmissionResource(VerifyAdmission verifyAdmission, ExchangeAdmission exchangeAdmission, OpenSession openSession,
            CurrentSession currentSession, ShopperReader request) {
        this.verifyAdmission = verifyAdmission;
        this.exchangeAdmission = exchangeAdmission;
        this.openSession = openSession;
        this.currentSession = currentSession;
        this.request = request;
    }

    @POST
    @RunOnVirtualThread
    public Response exchange(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull AdmissionRequest body) {
        if (body.token() == null == (body.eventId() == null) || body.token() != null && body.key() != null) {
            return Problem.of(400, "malformed", "The request is malformed",
                    "Send either a token, or an eventId with or without a key.").toResponse();
        }
        var outcome = body.token() != null ? exchange(body.token(), key) : open(body.eventId(), body.key());
        return switch (outcome) {
            case ExchangeOutcome.Entered entered -> entered(entered);
            case ExchangeOutcome.InvalidToken invalid -> Problem.of(401, "invalid-token",
                    "This is not an admission to this shop", "Claim your admission on the queue page again.")
                    .toResponse();
            case ExchangeOutcome.TokenExpired expired -> Problem.of(410, "token-expired",
                    "The admission was not used in time", "Join the queue again.").with("expiredAt", expired.at())
                    .toResponse();
            case ExchangeOutcome.AdmissionUsed used -> Problem.of(409, "admission-used",
                    "This admission was used already", "Go on in the tab where you entered the shop.").toResponse();
            case ExchangeOutcome.ProofRefused refused -> AdmissionProblems.invalidProof(refused.reason()).toResponse();
            case ExchangeOutcome.WrongKey wrong -> AdmissionProblems.wrongKey().toResponse();
            case ExchangeOutcome.CannotVerify cannot -> Problem.of(503, "waiting-room-away",
                    "The admission cannot be checked right now", "It stays good. Try again in a few seconds.")
                    .retryAfter(Duration.ofSeconds(2)).toResponse();
            case ExchangeOutcome.AdmissionRequired required -> AdmissionProblems.admissionRequired().toResponse();
            case ExchangeOutcome.UnknownEvent unknown -> Problem.of(404, "not-found", "There is no such event",
                    "Look for it in the list of events.").toResponse();
        };
    }

    /** What the session can still do, so that a page that was reloaded knows where it stands. */
    @GET
    @Path("/current")
    @RunOnVirtualThread
    public Response current() {
        return currentSession.find(request.shopper())
                .map(session -> Response.ok(CurrentView.of(session)).header("Cache-Control", "no-store").build())
                .orElseGet(() -> noSession().toResponse());
    }

    @DELETE
    @Path("/current")
    @SameOrigin
    @RunOnVirtualThread
    public Response leave() {
        return currentSession.leave(request.shopper())
                ? Response.noContent().cookie(request.cookie("", Duration.ZERO)).build()
                : noSession().toResponse();
    }

    private ExchangeOutcome exchange(String token, String key) {
        return verifyAdmission.verify(token, verified -> exchangeAdmission.exchange(verified,
                request.proof(Optional.of(token)), Optional.ofNullable(key).filter(IdempotentRequest::acceptable)));
    }

    private ExchangeOutcome open(String eventId, Map<String, Object> key) {
        if (key == null) {
            return openSession.open(eventId, Optional.empty());
        }
        var thumbprint = PublicKeys.thumbprint(key);
        if (thumbprint.isEmpty()) {
            throw Problem.of(400, "malformed", "The key is not usable",
                    "Send a P-256 public key as JWK, without private members.").toException();
        }
        return openSession.open(eventId, thumbprint);
    }

    private Response entered(ExchangeOutcome.Entered entered) {
        var session = entered.session();
        return Response.status(Response.Status.CREATED)
                .cookie(request.cookie(entered.secret(), request.until(session.expiresAt())))
                .header("Cache-Control", "no-store")
                .entity(new SessionView(entered.secret(), session.eventId(), session.expiresAt(), session.ordersLeft(),
                        session.seatsLeft()))
                .build();
    }

    private static Problem noSession() {
        return Problem.of(404, "no-session", "You are not in the shop of an event",
                "Enter it from the event's page.");
    }

    record AdmissionRequest(@Size(min = 1, max = 4096) String token, @Size(min = 1, max = 64) String eventId,
            Map<String, Object> key) {}

    record SessionView(String session, String eventId, Instant expiresAt, int ordersLeft, int seatsLeft) {}

    record CurrentView(String eventId, Instant expiresAt, int ordersLeft, int seatsLeft, boolean open) {

        static CurrentView of(ShoppingSession session) {
            return new CurrentView(session.eventId(), session.expiresAt(), session.ordersLeft(), session.seatsLeft(),
                    session.open());
        }
    }
}
