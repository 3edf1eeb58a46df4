package contract.problem;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Refuses a body that says it is too large before it is read, and tells the reader of the others where to stop. */
@ApplicationScoped
public class BodyLimitRoute {

    private final BodyLimitConfig config;

    BodyLimitRoute(BodyLimitConfig config) {
        this.config = config;
    }

    /** Around the framework's own check, whose one limit is for all addresses and whose answer has no body. */
    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::checkDeclaredLength);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::limitUndeclaredLength);
    }

    private void checkDeclaredLength(RoutingContext context) {
        var declared = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared != null && lengthOf(declared) > mostAt(context.request().path())) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            context.response().endHandler(ended -> context.request().connection().close());
            FallbackRoute.answer(context, StandardProblem.tooLarge());
        } else {
            context.next();
        }
    }

    private void limitUndeclaredLength(RoutingContext context) {
        if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, mostAt(context.request().path()));
        }
        context.next();
    }

    private static long lengthOf(String declared) {
        try {
            return Long.parseLong(declared);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }

    private long mostAt(String path) {
        return config.larger().entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .mapToLong(size -> size.asLongValue())
                .max()
                .orElseGet(() -> config.most().asLongValue());
    }
}
