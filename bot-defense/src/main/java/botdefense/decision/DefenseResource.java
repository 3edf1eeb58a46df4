package botdefense.decision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import botdefense.client.ClientRequest;
import botdefense.client.Hop;
import contract.problem.Problem;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * What an admin may look at. Part of the library because it speaks of its types, but an address of the waiting room
 * alone: that service's build says {@code defense.resource=true}.
 */
@Path("/api/waiting-room/defense")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@IfBuildProperty(name = "defense.resource", stringValue = "true")
public class DefenseResource {

    private static final Logger LOG = Logger.getLogger(DefenseResource.class);

    private final ClientRequest client;
    private final FindDecisions findDecisions;

    DefenseResource(ClientRequest client, FindDecisions findDecisions) {
        this.client = client;
        this.findDecisions = findDecisions;
    }

    /** How the caller's own address was resolved. */
    @GET
    @Path("/address")
    public Uni<AddressView> address() {
        return Uni.createFrom().item(new AddressView(client.address().toString(), client.hops()));
    }

    /** Decisions that were kept, the newest first. */
    @GET
    @Path("/decisions")
    public Uni<DecisionList> list(@BeanParam DecisionQueryReader search,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") @Pattern(regexp = "\\d{1,15}-\\d{1,15}") String after) {
        var sought = search.sought();
        return findDecisions.page(sought, limit, Optional.ofNullable(after))
                .onFailure().transform(DefenseResource::unavailable)
                .map(found -> new DecisionList(found.items(), found.next().orElse(null)));
    }

    @GET
    @Path("/decisions/{reference}")
    public Uni<Decision> find(@PathParam("reference") String reference) {
        return findDecisions.find(reference)
                .onFailure().transform(DefenseResource::unavailable)
                .map(found -> found.orElseThrow(() -> Problem.of(404, "unknown-decision",
                        "No decision has this reference", "Check its spelling; decisions are kept for a limited time.")
                        .toException()));
    }

    private static Throwable unavailable(Throwable cause) {
        LOG.warnf("decisions are unreadable cause=%s", cause.getClass().getSimpleName());
        return Problem.of(503, "unavailable", "The decisions cannot be read right now", "Try again in a few seconds.")
                .retryAfter(Duration.ofSeconds(5))
                .toException();
    }

    /** The resolved address, and the stations it was found by. */
    public record AddressView(String address, List<Hop> hops) {}

    /** One page of decisions. */
    public record DecisionList(List<Decision> items, String next) {}
}
