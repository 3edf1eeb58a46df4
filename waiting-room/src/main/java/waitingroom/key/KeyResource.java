package waitingroom.key;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** The public keys, and their rotation. */
@Path("/api/waiting-room")
@Produces(MediaType.APPLICATION_JSON)
class KeyResource {

    private final SigningKeys keys;

    KeyResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Path("/jwks.json")
    @RunOnVirtualThread
    public Response published() {
        return Response.ok(keys.published().toPublicJWKSet().toString())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60").build();
    }

    @POST
    @Path("/keys/rotation")
    @RolesAllowed("admin")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response rotate() {
        var next = keys.rotate();
        return Response.status(201)
                .entity(new Rotation(next.kid(), Instant.ofEpochMilli(next.activatesAt()))).build();
    }

    /** The key that will sign from then on. */
    record Rotation(String kid, Instant activatesAt) {}
}
