package ticketing.venue;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.access.Role;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.http.Query;

/** The venues of an organization. */
@Path("/api/ticketing/venues")
@Authenticated
@RunOnVirtualThread
class VenueResource {

    private static final Problem UNKNOWN_ORGANIZATION = Problem.of(404, "unknown-organization",
            "There is no such organization", "Check organizationId, or ask an admin to add you to it.");
    private static final Problem UNKNOWN = Problem.of(404, "unknown-venue", "There is no such venue",
            "Check the id.");

    private final CreateVenue createVenue;
    private final FindVenues findVenues;
    private final CurrentCaller caller;

    VenueResource(CreateVenue createVenue, FindVenues findVenues, CurrentCaller caller) {
        this.createVenue = createVenue;
        this.findVenues = findVenues;
        this.caller = caller;
    }

    @POST
    public Response create(@Valid @NotNull NewVenue request) {
        var by = caller.get();
        by.demandOrganizer(request.organizationId(), UNKNOWN_ORGANIZATION);
        return createVenue.create(request, by.id())
                .map(venue -> Response.created(URI.create("/api/ticketing/venues/" + venue.id())).entity(venue).build())
                .orElseGet(UNKNOWN_ORGANIZATION::toResponse);
    }

    @GET
    public Page<VenueView> list(@QueryParam("organizationId") String organization, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        var request = PageRequest.of(limit, after);
        var owner = Query.text(organization)
                .orElseThrow(() -> Query.invalid("organizationId", "an organization's id"));
        caller.get().demand(owner, UNKNOWN_ORGANIZATION, Role.values());
        return Page.of(findVenues.of(owner, request.after().orElse(""), request.rows()), request, VenueView::id);
    }

    @GET
    @Path("/{venue}")
    public VenueView get(@PathParam("venue") String id) {
        var by = caller.get();
        var venue = findVenues.byId(id).orElseThrow(UNKNOWN::toException);
        by.demand(venue.organizationId(), UNKNOWN, Role.values());
        return venue;
    }
}
