package contract.problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.ForbiddenException;

/** An application of nothing but ways to fail. */
@Path("/")
public class ProbeResource {

    @POST
    @Path("api/probe")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> echo(@Valid @NotNull Order order) {
        return Map.of("at", order.at());
    }

    @POST
    @Path("api/probe/plans")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response plans(Map<String, Object> plan) {
        return Response.noContent().build();
    }

    @GET
    @Path("api/probe/items/{id}")
    public String item(@PathParam("id") UUID id, @QueryParam("limit") @Max(200) Integer limit) {
        return "item";
    }

    @GET
    @Path("api/probe/shared")
    public String read() {
        return "read";
    }

    @PUT
    @Path("api/probe/shared")
    public Response write() {
        return Response.noContent().build();
    }

    @GET
    @Path("api/probe/broken")
    public String broken() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("api/probe/bare")
    public Response bare() {
        return Response.status(503).build();
    }

    @GET
    @Path("api/probe/staff")
    @RolesAllowed("admin")
    public String staff() {
        return "staff";
    }

    @GET
    @Path("api/probe/forbidden")
    public String forbidden() {
        throw new ForbiddenException("secret detail");
    }

    @GET
    @Path("api/probe/problem")
    public Response problem() {
        return Problem.of(409, "seats-taken", "Some seats are taken", "Pick others.").with("seats", List.of("A-1"))
                .toResponse();
    }

    @GET
    @Path("api/probe/thrown")
    public Response thrown() {
        throw Problem.of(409, "seats-taken", "Some seats are taken", "Pick others.").toException();
    }

    @GET
    @Path("page/{id}")
    public String page(@PathParam("id") String id) {
        throw Problem.of(404, "unknown-event", "No <such> event", "Look at the list.").toException();
    }

    /** Everything a body can get wrong. */
    public record Order(@NotBlank String name, int count, Instant at, @NotEmpty List<@Valid Line> lines, Kind kind) {}

    public record Line(@NotBlank String seat) {}

    public enum Kind {
        ONE, TWO
    }
}
