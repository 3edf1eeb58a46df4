package botdefense.audit;

import java.time.Duration;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import contract.problem.Problem;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/** What staff did to the defense, the latest first, and whether the chain is whole. */
@Path("/api/waiting-room/defense/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@IfBuildProperty(name = "defense.resource", stringValue = "true")
public class DefenseAuditResource {

    private final DefenseAuditStore store;

    DefenseAuditResource(DefenseAuditStore store) {
        this.store = store;
    }

    @GET
    public Uni<AuditList> list(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") @Min(1) Long after) {
        var read = after == null
                ? store.range(-limit, -1)
                : after == 1
                        ? Uni.createFrom().item(List.<DefenseAuditEntry>of())
                        : store.range(Math.max(0, after - 1 - limit), after - 2);
        return read.onFailure().transform(DefenseAuditResource::unavailable).map(entries -> {
            var items = entries.reversed();
            var next = items.isEmpty() || items.getLast().number() == 1
                    ? null
                    : String.valueOf(items.getLast().number());
            return new AuditList(items, next);
        });
    }

    /** Recomputes every hash. */
    @GET
    @Path("/verification")
    public Uni<DefenseChain> verify() {
        return store.range(0, -1).onFailure().transform(DefenseAuditResource::unavailable).map(DefenseChain::of);
    }

    private static Throwable unavailable(Throwable cause) {
        return Problem.of(503, "unavailable", "The audit cannot be read right now", "Try again in a few seconds.")
                .retryAfter(Duration.ofSeconds(5)).toException();
    }

    /** One page of entries. */
    public record AuditList(List<DefenseAuditEntry> items, String next) {}
}
