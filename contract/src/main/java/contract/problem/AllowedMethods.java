package contract.problem;

import java.util.Set;
import java.util.TreeSet;

import jakarta.ws.rs.HttpMethod;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/**
 * The methods an address takes, which a 405 has to name (RFC 9110, 15.5.6). The framework knows them and does not say;
 * this asks its routes again, the same way it has just gone through them.
 */
final class AllowedMethods {

    private AllowedMethods() {}

    /** As the {@code Allow} header says them. */
    static String ofThisRequest() {
        return String.join(", ", of(CurrentRequestManager.get()));
    }

    private static Set<String> of(ResteasyReactiveRequestContext request) {
        var methods = new TreeSet<String>();
        var path = request.getPathWithoutPrefix();
        var classes = new RequestMapper<>(request.getDeployment().getClassMappers());
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            if (match.value.handlers[0] instanceof ClassRoutingHandler routes) {
                var remaining = match.remaining.isEmpty() ? "/" : match.remaining;
                routes.getMappers().forEach((method, templates) -> {
                    if (method != null && templates.map(remaining) != null) {
                        methods.add(method);
                    }
                });
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }
}
