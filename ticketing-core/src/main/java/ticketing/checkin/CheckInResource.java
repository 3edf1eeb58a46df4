package ticketing.checkin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.access.Role;
import ticketing.event.Events;
import ticketing.ticket.TicketToken;

/** The gate: stewards send what their scanner read, at once or when the network is back. */
@Path("/api/ticketing/check-ins")
@Authenticated
class CheckInResource {

    private static final Problem UNKNOWN_TICKET = Problem.of(404, "unknown-ticket", "We do not know this ticket",
            "It is genuine, but not for an event of yours. Send its holder to the box office.");

    private final TicketToken tokens;
    private final Events events;
    private final CheckInTicket checkIn;
    private final CurrentCaller caller;
    private final InstantSource clock;

    CheckInResource(TicketToken tokens, Events events, CheckInTicket checkIn, CurrentCaller caller,
            InstantSource clock) {
        this.tokens = tokens;
        this.events = events;
        this.checkIn = checkIn;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RunOnVirtualThread
    public Response check(@Valid @NotNull CheckInRequest body) {
        var staff = caller.get();
        var ticket = tokens.read(body.ticket());
        if (ticket.isEmpty()) {
            return Problem.of(422, "invalid-ticket", "This is not one of our tickets",
                    "Scan it again; if it stays, let nobody in with it.").toResponse();
        }
        var event = events.find(ticket.get().event()).orElseThrow(UNKNOWN_TICKET::toException);
        staff.demand(event.organizationId(), UNKNOWN_TICKET, Role.STEWARD, Role.ORGANIZER);
        return answer(checkIn.check(body.scan(ticket.get(), clock.instant()), staff.id()));
    }

    private static Response answer(ScanOutcome outcome) {
        return switch (outcome) {
            case ScanOutcome.Accepted accepted -> Response.status(Response.Status.CREATED)
                    .entity(Accepted.of(accepted)).build();
            case ScanOutcome.AlreadyIn(Passage entry) -> Problem.of(409, "already-in",
                    "Somebody is inside with this ticket",
                    "It was let in at gate %s. Send its holder to the box office.".formatted(entry.gate()))
                    .with("gate", entry.gate()).with("since", entry.at()).toResponse();
            case ScanOutcome.NotIn notIn -> Problem.of(409, "not-in", "Nobody is inside with this ticket",
                    "Its holder may go; there is nothing to write down.").toResponse();
            case ScanOutcome.TicketCancelled cancelled -> Problem.of(410, "ticket-cancelled",
                    "This ticket was cancelled", "It admits nobody any more. Send its holder to the box office.")
                    .toResponse();
            case ScanOutcome.TicketReplaced replaced -> Problem.of(410, "ticket-replaced",
                    "This ticket was passed on", "Another one stands for the seat. Ask for the newer one.")
                    .toResponse();
            case ScanOutcome.EventCancelled cancelled -> Problem.of(409, "event-cancelled",
                    "The event was cancelled", "Nobody is let in.").toResponse();
            case ScanOutcome.NonceReused reused -> Problem.of(422, "nonce-reused",
                    "This nonce stands for another scan",
                    "Use a new one for every scan, and the same to send one again.")
                    .toResponse();
            case ScanOutcome.UnknownTicket unknown -> UNKNOWN_TICKET.toResponse();
        };
    }

    /**
     * A scan as it is sent.
     *
     * @param direction IN unless it says OUT
     * @param at        when it was read; now, unless it was kept while there was no network
     */
    record CheckInRequest(@NotBlank @Size(max = 1000) String ticket, @Size(max = 60) String gate, Direction direction,
            @NotBlank @Size(max = 100) String nonce, Instant at) {

        private static final String UNNAMED_GATE = "-";

        Scan scan(TicketToken.Claim ticket, Instant now) {
            return new Scan(ticket.ticket(), ticket.event(), Optional.ofNullable(direction).orElse(Direction.IN),
                    Optional.ofNullable(gate).map(String::strip).filter(name -> !name.isEmpty()).orElse(UNNAMED_GATE),
                    nonce, Optional.ofNullable(at).filter(now::isAfter).orElse(now));
        }
    }

    /** Let them pass: where they sit, and what was written down. No name, because a gate needs none. */
    record Accepted(UUID ticket, Seat seat, String category, Direction direction, String gate, Instant at) {

        static Accepted of(ScanOutcome.Accepted accepted) {
            var ticket = accepted.ticket();
            return new Accepted(ticket.id(), new Seat(ticket.seatId(), ticket.label()), ticket.category(),
                    accepted.direction(), accepted.passage().gate(), accepted.passage().at());
        }
    }

    record Seat(String id, String label) {}
}
