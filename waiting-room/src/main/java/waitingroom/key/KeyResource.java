package waitingroom.key;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.audit.AuditStore;
import waitingroom.staff.Staff;

/** The public keys, and their rotation. */
@Path("/api/waiting-room")
@Produces(MediaType.APPLICATION_JSON)
class KeyResource {

    private final SigningKeys keys;
    private final AuditStore audit;
    private final Staff staff;

    KeyResource(SigningKeys keys, AuditStore audit, Staff staff) {
        this.keys = keys;
        this.audit = audit;
        this.staff = staff;
    }

    @GET
    @Path("/jwks.json")
    @RunOnVirtualThread
    public Response published() {
        return Response.ok(keys.published().toPublicJWKSet().toString())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=5").build();
    }

    /** All keys with what becomes of each and when; the parts that sign stay where they are. */
    @GET
    @Path("/keys")
    @RolesAllowed("admin")
    @RunOnVirtualThread
    public KeyList list() {
        return keys.describe();
    }

    @POST
    @Path("/keys/rotation")
    @RolesAllowed("admin")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response rotate() {
        var next = keys.rotate();
        audit.add(staff.id(), "key-rotated", "", "", next.kid());
        return Response.status(201)
                .entity(new Rotation(next.kid(), Instant.ofEpochMilli(next.activatesAt()))).build();
    }

    /** For a key that leaked: from now on nothing it signed counts. */
    @POST
    @Path("/keys/{kid}/revocation")
    @RolesAllowed("admin")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response revoke(@PathParam("kid") String kid) {
        return keys.revoke(kid).map(active -> {
            audit.add(staff.id(), "key-revoked", "", "", kid);
            return Response.ok(new Revocation(kid, active.kid())).build();
        }).orElseGet(() -> Problem.of(404, "unknown-key", "There is no such key",
                "The keys in use stand in /api/waiting-room/jwks.json.").toResponse());
    }

    /** @param active the key that signs instead */
    record Revocation(String revoked, String active) {}

    /** The key that will sign from then on. */
    record Rotation(String kid, Instant activatesAt) {}
}
