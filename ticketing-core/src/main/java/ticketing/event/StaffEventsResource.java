package ticketing.event;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.Caller;
import ticketing.access.CurrentCaller;
import ticketing.access.Role;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.http.Query;

/** The events of those who ask, drafts and cancelled ones among them; an admin sees all. */
@Path("/api/ticketing/staff/events")
@Authenticated
@RunOnVirtualThread
class StaffEventsResource {

    private static final Problem UNKNOWN_ORGANIZATION = Problem.of(404, "unknown-organization",
            "There is no such organization", "Check organizationId, or ask an admin to add you to it.");
    private static final String POSITION = "\\d{4}-\\S+Z \\w+";

    private final StaffEventStore events;
    private final CurrentCaller caller;

    StaffEventsResource(StaffEventStore events, CurrentCaller caller) {
        this.events = events;
        this.caller = caller;
    }

    @GET
    public Page<EventLine> list(@QueryParam("organizationId") String organization, @QueryParam("state") String state,
            @QueryParam("query") String words, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        var request = PageRequest.of(limit, after);
        request.after().filter(position -> !position.matches(POSITION)).ifPresent(position -> {
            throw Query.invalid("after", "what the page before said as \"next\"");
        });
        var wanted = new StaffEventStore.Wanted(organizations(caller.get(), Query.text(organization)),
                Query.oneOf(EventState.class, "state", state), Query.text(words), request.after(), request.rows());
        return Page.of(events.of(wanted), request, EventLine::position);
    }

    private static Optional<List<String>> organizations(Caller by, Optional<String> one) {
        one.ifPresent(organization -> by.demand(organization, UNKNOWN_ORGANIZATION, Role.values()));
        return one.map(List::of)
                .or(() -> by.admin() ? Optional.empty() : Optional.of(List.copyOf(by.organizations().keySet())));
    }
}
