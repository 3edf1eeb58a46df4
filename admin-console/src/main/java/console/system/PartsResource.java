package console.system;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import console.session.SignedIn;

/** Which parts answer, as the console sees them; it says so whatever else is away. */
@Path("/admin/api/parts")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
class PartsResource {

    private final WatchParts parts;
    private final InstantSource clock;

    PartsResource(WatchParts parts, InstantSource clock) {
        this.parts = parts;
        this.clock = clock;
    }

    @GET
    public Parts read() {
        return new Parts(clock.instant(), parts.all());
    }

    record Parts(Instant now, List<PartView> items) {}
}
