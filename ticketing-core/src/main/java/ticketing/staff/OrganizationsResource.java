package ticketing.staff;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.Caller;
import ticketing.access.CurrentCaller;
import ticketing.access.Role;
import ticketing.http.Page;
import ticketing.http.PageRequest;

/** The organizations that somebody works for; an admin sees all. */
@Path("/api/ticketing/organizations")
@Authenticated
@RunOnVirtualThread
class OrganizationsResource {

    private final MemberStore store;
    private final CurrentCaller caller;

    OrganizationsResource(MemberStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    @GET
    public Page<OrganizationLine> list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        var by = caller.get();
        var request = PageRequest.of(limit, after);
        return Page.of(store.organizations(own(by), request.after().orElse(""), request.rows()).stream()
                .map(found -> new OrganizationLine(found.id(), found.name(), role(by, found.id()),
                        found.secondFactorRequired()))
                .toList(), request,
                OrganizationLine::id);
    }

    private static Optional<List<String>> own(Caller by) {
        return by.admin() ? Optional.empty() : Optional.of(List.copyOf(by.organizations().keySet()));
    }

    private static String role(Caller by, String organization) {
        return by.admin()
                ? "admin"
                : Optional.ofNullable(by.organizations().get(organization)).map(Role::key).orElseThrow();
    }

    /** @param role what the caller is there */
    record OrganizationLine(String id, String name, String role, boolean secondFactorRequired) {}
}
