package console.session;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses forms that a browser says another site has sent; the token in the form is the second lock. */
@Provider
@Priority(Priorities.AUTHENTICATION - 1)
public class FormFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (request.getMethod().equals("POST") && site != null && !site.equals("same-origin")) {
            request.abortWith(FormTokens.crossSite().toResponse());
        }
    }
}
