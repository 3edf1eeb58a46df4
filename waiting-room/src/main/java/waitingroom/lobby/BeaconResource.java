package waitingroom.lobby;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.audit.AuditStore;
import waitingroom.release.StaffDoor;
import waitingroom.release.StoredRelease;
import waitingroom.staff.Staff;

/** Where staff announce public randomness for a draw, and give it when the lobby is closed. */
@Path("/api/waiting-room/releases/{id}/beacon")
@RolesAllowed({ "admin", "organizer", "steward" })
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class BeaconResource {

    /** Printable, and easy to hand on: verifiers read it from JSON without unescaping. */
    private static final String PLAIN = "[ !#-\\[\\]-~]{8,500}";

    private final StaffDoor door;
    private final LobbyStore store;
    private final AuditStore audit;
    private final Staff staff;

    BeaconResource(StaffDoor door, LobbyStore store, AuditStore audit, Staff staff) {
        this.door = door;
        this.store = store;
        this.audit = audit;
        this.staff = staff;
    }

    /** Announces which value it will be, such as "drand quicknet, round 4242000, randomness in hex". */
    @PUT
    @RunOnVirtualThread
    public Response announce(@PathParam("id") String id, @Valid @NotNull Announcement announcement) {
        var stored = door.own(id);
        return answer(stored, store.announceBeacon(id, announcement.source()), "beacon-announced",
                announcement.source());
    }

    @POST
    @RunOnVirtualThread
    public Response give(@PathParam("id") String id, @Valid @NotNull Value value) {
        var stored = door.own(id);
        return answer(stored, store.giveBeacon(id, value.value()), "beacon-given", value.value());
    }

    private Response answer(StoredRelease stored, BeaconOutcome outcome, String action, String detail) {
        return switch (outcome) {
            case BeaconOutcome.Noted noted -> {
                audit.add(staff.id(), action, stored.id(), stored.release().organizationId(), detail);
                var beacon = store.beacon(stored.id());
                yield Response.ok(new View(beacon.source().orElse(null), beacon.value().orElse(null))).build();
            }
            case BeaconOutcome.TooLate late -> Problem.of(409, "beacon-too-late", "The lobby has begun",
                    "A beacon is announced before anybody stands in the lobby, or not at all.").toResponse();
            case BeaconOutcome.TooEarly early -> Problem.of(409, "beacon-too-early", "The lobby is still open",
                    "Give the value when the doors have opened; before that it should not even be known.")
                    .toResponse();
            case BeaconOutcome.NotAnnounced silent -> Problem.of(409, "beacon-not-announced",
                    "No beacon was announced", "This draw is made without one.").toResponse();
            case BeaconOutcome.GivenBefore given -> Problem.of(409, "beacon-given", "Another value was given before",
                    "The first one counts.").toResponse();
            case BeaconOutcome.NoDraw none -> Problem.of(422, "no-draw", "This release draws nothing",
                    "A beacon is for releases with policy DRAW.").toResponse();
        };
    }

    record Announcement(@NotNull @Pattern(regexp = PLAIN) String source) {}

    record Value(@NotNull @Pattern(regexp = PLAIN) String value) {}

    record View(String source, String value) {}
}
