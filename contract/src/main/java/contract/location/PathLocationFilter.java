package contract.location;

import java.net.URI;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Names addresses of our own by their path alone, as RFC 9110, section 10.2.2, allows. JAX-RS makes them absolute with the host
 * this instance listens at, which behind a front door is no address a client can reach, nor one it should learn.
 */
@Provider
public class PathLocationFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getHeaders().getFirst(HttpHeaders.LOCATION) instanceof URI location
                && request.getUriInfo().getBaseUri().getAuthority().equals(location.getAuthority())) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, path(location));
        }
    }

    private static String path(URI location) {
        return location.getRawQuery() == null
                ? location.getRawPath()
                : location.getRawPath() + "?" + location.getRawQuery();
    }
}
