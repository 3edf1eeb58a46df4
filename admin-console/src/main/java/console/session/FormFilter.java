package console.session;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses what a browser says another site has sent; the token that every write shows is the second lock. */
@Provider
@Priority(Priorities.AUTHENTICATION - 1)
public class FormFilter implements ContainerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (!READS.contains(request.getMethod()) && site != null && !site.equals("same-origin")) {
            request.abortWith(FormTokens.crossSite().toResponse());
        }
    }
}
