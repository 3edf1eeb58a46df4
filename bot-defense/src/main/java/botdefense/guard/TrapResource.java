package botdefense.guard;

import java.time.Duration;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import botdefense.mark.Marks;
import contract.proof.PublicKeys;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/**
 * A way past the queue that does not exist. No page of ours leads here; who tries it reads addresses out of documents,
 * and is remembered by the key it names.
 */
@Path("/api/waiting-room/releases/{id}/visitors/fast-lane")
@Produces(MediaType.APPLICATION_JSON)
@IfBuildProperty(name = "defense.resource", stringValue = "true")
public class TrapResource {

    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int PAUSE_MILLIS = 5_000;

    private final Marks marks;

    TrapResource(Marks marks) {
        this.marks = marks;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> enter(Map<String, Object> body) {
        if (body != null && body.get("key") instanceof Map<?, ?> jwk) {
            PublicKeys.thumbprint(jwk).ifPresent(
                    key -> marks.add(key, "honeypot", "asked for a way that does not exist", REMEMBERED));
        }
        return Uni.createFrom()
                .item(Response.accepted(Map.of("state", "NEW", "retryAfterMillis", PAUSE_MILLIS)).build());
    }
}
