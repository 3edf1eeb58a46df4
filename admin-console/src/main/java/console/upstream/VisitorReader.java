package console.upstream;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Tells the core for whom we ask: the way the request came, the browser's words for itself, and its language. */
@ApplicationScoped
class VisitorReader implements ClientHeadersFactory {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final List<String> PASSED_ON = List.of("User-Agent", "Accept-Language");

    private final CurrentVertxRequest current;

    VisitorReader(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public MultivaluedMap<String, String> update(MultivaluedMap<String, String> incoming,
            MultivaluedMap<String, String> outgoing) {
        var headers = new MultivaluedHashMap<String, String>();
        var context = current.getCurrent();
        if (context != null) {
            headers.putSingle(FORWARDED_FOR, way(context));
            PASSED_ON.forEach(name -> {
                var value = context.request().getHeader(name);
                if (value != null) {
                    headers.putSingle(name, value);
                }
            });
        }
        return headers;
    }

    /** As a proxy does: what came, and behind it from whom. The core believes it from the right as far as it knows us. */
    private static String way(RoutingContext context) {
        var peer = context.request().remoteAddress().hostAddress();
        var before = String.join(", ", context.request().headers().getAll(FORWARDED_FOR));
        return before.isEmpty() ? peer : before + ", " + peer;
    }
}
