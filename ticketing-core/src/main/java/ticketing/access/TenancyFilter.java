package ticketing.access;

import java.lang.annotation.Annotation;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;

import io.quarkus.security.Authenticated;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Every address that is for staff works with the rows of its caller's organizations and no others, before any code of
 * its own runs: to forget it is not possible.
 */
class TenancyFilter {

    private static final Set<Class<? extends Annotation>> FOR_STAFF = Set.of(Authenticated.class, RolesAllowed.class);

    private final CurrentCaller caller;

    TenancyFilter(CurrentCaller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    public void narrow(ResourceInfo resource) {
        if (isForStaff(resource)) {
            caller.get();
        }
    }

    private static boolean isForStaff(ResourceInfo resource) {
        return FOR_STAFF.stream().anyMatch(mark -> resource.getResourceMethod().isAnnotationPresent(mark)
                || resource.getResourceClass().isAnnotationPresent(mark));
    }
}
