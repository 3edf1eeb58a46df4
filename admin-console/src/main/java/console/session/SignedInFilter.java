package console.session;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import contract.problem.Problem;

/** Opens the session of a request. Without one a page leads to the sign-in page and back, and a call is refused. */
@Provider
@SignedIn
@Priority(Priorities.AUTHENTICATION)
public class SignedInFilter implements ContainerRequestFilter {

    private static final String SIGN_IN = "/admin/login";

    private final SessionCookies cookies;
    private final CurrentSession current;

    SignedInFilter(SessionCookies cookies, CurrentSession current) {
        this.cookies = cookies;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        cookies.read(request.getCookies().get(SessionCookies.NAME)).ifPresentOrElse(current::open,
                () -> request.abortWith(stranger(request.getUriInfo().getRequestUri())));
    }

    private static Response stranger(URI wanted) {
        if (wanted.getRawPath().startsWith("/admin/api/")) {
            return Problem.of(401, "not-authenticated", "You are not signed in", "Sign in and try again.")
                    .toResponse();
        }
        return Response.seeOther(URI.create(SIGN_IN + wayBack(wanted))).build();
    }

    private static String wayBack(URI wanted) {
        var query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
        var page = wanted.getRawPath() + query;
        return page.matches("/admin/?") ? "" : "?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
