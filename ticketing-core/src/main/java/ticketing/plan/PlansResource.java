package ticketing.plan;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.access.Role;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.http.Query;

/** The plans of an organization, and how they look, before any event uses them. */
@Path("/api/ticketing/plans")
@Authenticated
@RunOnVirtualThread
class PlansResource {

    private static final Problem UNKNOWN_ORGANIZATION = Problem.of(404, "unknown-organization",
            "There is no such organization", "Check organizationId, or ask an admin to add you to it.");
    private static final Problem UNKNOWN = Problem.of(404, "unknown-plan", "There is no such plan", "Check the id.");
    private static final String FOR_GOOD = "private, max-age=86400, immutable";

    private final PlanStore plans;
    private final CurrentCaller caller;

    PlansResource(PlanStore plans, CurrentCaller caller) {
        this.plans = plans;
        this.caller = caller;
    }

    @GET
    public Page<PlanLine> list(@QueryParam("organizationId") String organization,
            @QueryParam("venueId") String venue, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        var request = PageRequest.of(limit, after);
        var owner = Query.text(organization)
                .orElseThrow(() -> Query.invalid("organizationId", "an organization's id"));
        caller.get().demand(owner, UNKNOWN_ORGANIZATION, Role.values());
        return Page.of(plans.of(owner, Query.text(venue), request.after().orElse(""), request.rows()), request,
                PlanLine::id);
    }

    /** As browsers draw it. A plan never changes. */
    @GET
    @Path("/{plan}/geometry")
    @Produces(MediaType.APPLICATION_JSON)
    public Response geometry(@PathParam("plan") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        var by = caller.get();
        var plan = plans.find(id).orElseThrow(UNKNOWN::toException);
        by.demand(plan.organizationId(), UNKNOWN, Role.values());
        var etag = "\"" + plan.id() + "\"";
        var answer = etag.equals(known) ? Response.notModified() : Response.ok(plans.geometry(id).orElseThrow());
        return answer.header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, FOR_GOOD).build();
    }
}
