package botdefense.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import contract.problem.Problem;

/** Refuses writes that ride on a cookie and do not come from a page of the same origin. */
@Provider
@SameOrigin
@Priority(Priorities.AUTHENTICATION)
public class SameOriginFilter implements ContainerRequestFilter {

    /** The cookies that stand for a fan: the place in the queue, and the shopping session. */
    private static final List<String> COOKIES = List.of("visitor", "shopping");

    private final ClientRequest client;

    SameOriginFilter(ClientRequest client) {
        this.client = client;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var rides = request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                && COOKIES.stream().anyMatch(request.getCookies()::containsKey);
        if (rides && !isSameOrigin(request)) {
            request.abortWith(Problem.of(403, "cross-site", "This request came from another site",
                    "Open the page here and try again.").toResponse());
        }
    }

    /** One of the two must say same origin, and neither may say otherwise. Browsers send at least one with writes. */
    private boolean isSameOrigin(ContainerRequestContext request) {
        var origin = request.getHeaderString("Origin");
        var site = request.getHeaderString("Sec-Fetch-Site");
        var originFits = origin == null || isOriginOf(client.url(), origin);
        var siteFits = site == null || site.equals("same-origin");
        return (origin != null || site != null) && originFits && siteFits;
    }

    static boolean isOriginOf(URI url, String origin) {
        if (origin.equals(url.getScheme() + "://" + url.getRawAuthority())) {
            return true;
        }
        try {
            return originOf(url).equals(originOf(new URI(origin)));
        } catch (URISyntaxException noOrigin) {
            return false;
        }
    }

    private static String originOf(URI url) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        var host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        var usual = scheme.equals("https") ? 443 : 80;
        return scheme + "://" + host + ":" + (url.getPort() < 0 ? usual : url.getPort());
    }
}
