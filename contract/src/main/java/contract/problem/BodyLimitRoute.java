package contract.problem;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Refuses a body that says it is too large before it is read, and reads those that do not say only so far. */
@ApplicationScoped
public class BodyLimitRoute {

    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final long LINGER_MILLIS = 5_000;

    private final long usual;
    private final Map<String, Long> larger = new HashMap<>();

    BodyLimitRoute(BodyLimitConfig config) {
        usual = config.most().asLongValue();
        config.larger().forEach((path, size) -> larger.put(path, size.asLongValue()));
    }

    /** Around the framework's own check, whose one limit is for all addresses and whose answer has no body. */
    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::checkDeclaredLength);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::readUndeclaredLength);
    }

    private void checkDeclaredLength(RoutingContext context) {
        var declared = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared != null && lengthOf(declared) > mostAt(context.request().path())) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            FallbackRoute.answer(context, StandardProblem.tooLarge());
            linger(context);
        } else {
            context.next();
        }
    }

    /**
     * Reads on for a while before it hangs up: a connection closed on a sender in mid-sentence is reset, and the answer
     * is lost with it (RFC 9112, section 9.6).
     */
    private static void linger(RoutingContext context) {
        var request = context.request();
        var connection = request.connection();
        var timer = context.vertx().setTimer(LINGER_MILLIS, late -> connection.close());
        connection.closeHandler(closed -> context.vertx().cancelTimer(timer));
        request.handler(ignored -> {}).endHandler(read -> connection.close()).resume();
    }

    /** Read up to its limit before anything else, because the framework's reader stops without an answer. */
    private void readUndeclaredLength(RoutingContext context) {
        var request = context.request();
        if (BODILESS.contains(request.method()) || request.getHeader(HttpHeaders.CONTENT_LENGTH) != null) {
            context.next();
        } else {
            BodyHandler.create(false).setBodyLimit(mostAt(request.path())).handle(context);
        }
    }

    private static long lengthOf(String declared) {
        try {
            return Long.parseLong(declared);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }

    private long mostAt(String path) {
        var most = -1L;
        for (var entry : larger.entrySet()) {
            most = path.startsWith(entry.getKey()) ? Math.max(most, entry.getValue()) : most;
        }
        return most < 0 ? usual : most;
    }
}
