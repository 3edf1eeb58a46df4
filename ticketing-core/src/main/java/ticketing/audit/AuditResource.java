package ticketing.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.Caller;
import ticketing.access.CurrentCaller;
import ticketing.access.Role;
import ticketing.http.Cursor;
import ticketing.http.Page;
import ticketing.http.PageRequest;

/** Who did what: an admin sees everything, an organizer what concerns their organizations. */
@Path("/api/ticketing/audit")
@Authenticated
@RunOnVirtualThread
class AuditResource {

    private final AuditStore store;
    private final CurrentCaller caller;

    AuditResource(AuditStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    @GET
    public Page<AuditEntry> list(@BeanParam AuditSearchReader search, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        var request = PageRequest.of(limit, after);
        var before = request.after().map(Cursor::number).orElse(Long.MAX_VALUE);
        return Page.of(store.list(search.within(organizations(caller.get())), before, request.rows()), request,
                entry -> Long.toString(entry.id()));
    }

    private static Optional<Collection<String>> organizations(Caller caller) {
        if (caller.admin()) {
            return Optional.empty();
        }
        var organized = caller.organizations().entrySet().stream()
                .filter(membership -> membership.getValue() == Role.ORGANIZER).map(Map.Entry::getKey).toList();
        if (organized.isEmpty()) {
            throw Problem.of(403, "not-allowed", "Your role does not allow this",
                    "Ask an admin, or an organizer of this organization.").toException();
        }
        return Optional.of(organized);
    }
}
