package waitingroom.bench;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.NonBlocking;
import operation.bench.BenchConfig;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Does nothing, as cheaply as the service can: what the cost of everything else is measured by. Off by default. */
@Path("/api/waiting-room/bench/empty")
class EmptyResource {

    private final boolean present;

    EmptyResource(BenchConfig config) {
        this.present = config.emptyEndpoint();
    }

    @GET
    @NonBlocking
    @Operation(hidden = true)
    public Response read() {
        return nothing();
    }

    @POST
    @NonBlocking
    @Operation(hidden = true)
    public Response write() {
        return nothing();
    }

    private Response nothing() {
        if (!present) {
            throw new NotFoundException();
        }
        return Response.noContent().build();
    }
}
