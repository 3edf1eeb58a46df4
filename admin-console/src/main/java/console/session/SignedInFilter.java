package console.session;

import java.net.URI;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Opens the session of a request, or leads to the sign-in page. */
@Provider
@SignedIn
@Priority(Priorities.AUTHENTICATION)
public class SignedInFilter implements ContainerRequestFilter {

    private final SessionCookies cookies;
    private final CurrentSession current;

    SignedInFilter(SessionCookies cookies, CurrentSession current) {
        this.cookies = cookies;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        cookies.read(request.getCookies().get(SessionCookies.NAME)).ifPresentOrElse(current::open,
                () -> request.abortWith(Response.seeOther(URI.create("/admin/login")).build()));
    }
}
