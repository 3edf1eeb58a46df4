package ticketing.plan;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.access.Role;
import ticketing.http.Query;
import ticketing.venue.Venues;

/** Import and export of seating plans. */
@Path("/api/ticketing/plans")
@Authenticated
@RunOnVirtualThread
class PlanResource {

    private static final Problem UNKNOWN_ORGANIZATION = Problem.of(404, "unknown-organization",
            "There is no such organization", "Check organizationId, or ask an admin to add you to it.");
    private static final Problem UNKNOWN_VENUE = Problem.of(404, "unknown-venue", "There is no such venue",
            "Check venueId; the venue must belong to the organization.");
    private static final Problem UNKNOWN = Problem.of(404, "unknown-plan", "There is no such plan", "Check the id.");

    private final ImportPlan importPlan;
    private final ExportPlan exportPlan;
    private final Venues venues;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    PlanResource(ImportPlan importPlan, ExportPlan exportPlan, Venues venues, CurrentCaller caller, ObjectMapper json) {
        this.importPlan = importPlan;
        this.exportPlan = exportPlan;
        this.venues = venues;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response importPlan(@QueryParam("organizationId") String organizationId,
            @QueryParam("venueId") String venueId, String body) {
        var by = caller.get();
        var organization = required("organizationId", organizationId);
        by.demandOrganizer(organization, UNKNOWN_ORGANIZATION);
        var venue = required("venueId", venueId);
        if (venues.ownerOf(venue).filter(organization::equals).isEmpty()) {
            return UNKNOWN_VENUE.toResponse();
        }
        return switch (PlanReader.read(parse(body))) {
            case PlanReading.Unreadable(List<Remark> violations) -> Problem.of(422, "invalid-plan",
                    "The plan cannot be used", "Mend what stands in \"violations\" and import it again.")
                    .with("violations", violations).toResponse();
            case PlanReading.Readable(Plan plan, List<Remark> warnings) -> {
                var stored = importPlan.store(organization, venue, plan, body, by.id());
                yield Response.created(URI.create("/api/ticketing/plans/" + stored.id()))
                        .entity(new PlanView(stored.id(), plan.name(), stored.seats(), stored.areas(),
                                new Report(warnings)))
                        .build();
            }
        };
    }

    /** The plan as it was imported, to the byte. */
    @GET
    @Path("/{plan}")
    @Produces(MediaType.APPLICATION_JSON)
    public String export(@PathParam("plan") String id) {
        var by = caller.get();
        var plan = exportPlan.byId(id).orElseThrow(UNKNOWN::toException);
        by.demand(plan.organizationId(), UNKNOWN, Role.values());
        return plan.source();
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw Problem.of(400, "malformed-json", "This is no JSON",
                    "Line %d, column %d cannot be read.".formatted(e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr()))
                    .toException();
        }
    }

    private static String required(String name, String value) {
        return Query.text(value).orElseThrow(() -> Query.invalid(name, "given"));
    }

    record PlanView(String id, String name, int seats, int areas, Report report) {}

    record Report(List<Remark> warnings) {}
}
