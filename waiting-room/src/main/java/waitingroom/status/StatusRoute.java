package waitingroom.status;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import waitingroom.status.StatusBoard.Posted;

/**
 * Hands out the status where requests come in, before the framework spends anything on them: it is what a million
 * waiting fans ask for. Whatever is not that simple goes on to {@link StatusResource}, which answers the same.
 */
@Singleton
class StatusRoute {

    static final String SHARED_FOR_A_SECOND = "public, max-age=1";

    private static final CharSequence TYPE = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final CharSequence SHARED = HttpHeaders.createOptimized(SHARED_FOR_A_SECOND);

    private final StatusBoard board;

    StatusRoute(StatusBoard board) {
        this.board = board;
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.GET, "/api/waiting-room/releases/:id/status").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        var status = accept == null || accept.equals("*/*") || accept.startsWith("application/json")
                ? board.find(context.pathParam("id"))
                : Optional.<Posted>empty();
        status.ifPresentOrElse(posted -> answer(context, posted), context::next);
    }

    private static void answer(RoutingContext context, Posted posted) {
        var response = context.response();
        response.headers().set(HttpHeaders.ETAG, posted.etag()).set(HttpHeaders.CACHE_CONTROL, SHARED);
        if (posted.isKnownTo(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(HttpResponseStatus.NOT_MODIFIED.code()).end();
        } else {
            response.headers().set(HttpHeaders.CONTENT_TYPE, TYPE);
            response.end(posted.body());
        }
    }
}
