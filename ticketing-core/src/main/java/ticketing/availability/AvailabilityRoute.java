package ticketing.availability;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Hands out availability where requests come in, before the framework spends anything on them: everybody who looks at a
 * seat map asks for it. Whatever is not written already, or may be behind the news, goes on to
 * {@link AvailabilityResource}, which answers the same.
 */
@Singleton
class AvailabilityRoute {

    static final String SHARED_FOR_A_SECOND = "public, max-age=1";

    private static final CharSequence TYPE = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final CharSequence SHARED = HttpHeaders.createOptimized(SHARED_FOR_A_SECOND);
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence IDENTITY = HttpHeaders.createOptimized("identity");
    private static final CharSequence BY_ENCODING = HttpHeaders.createOptimized("accept-encoding");

    private final LiveEvents live;
    private final RefreshViews refreshViews;
    private final InstantSource clock;

    AvailabilityRoute(LiveEvents live, RefreshViews refreshViews, InstantSource clock) {
        this.live = live;
        this.refreshViews = refreshViews;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.GET, "/api/ticketing/events/:id/availability").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        var takesJson = accept == null || accept.contains("*/*") || accept.contains("application/json");
        var posted = takesJson && !refreshViews.isDue()
                ? live.posted(context.pathParam("id"), clock.instant())
                : Optional.<PostedSnapshot>empty();
        posted.ifPresentOrElse(snapshot -> answer(context, snapshot), context::next);
    }

    /** The encoding is always said, so that nobody packs for one reader what is packed for all. */
    private static void answer(RoutingContext context, PostedSnapshot posted) {
        var response = context.response();
        response.headers().set(HttpHeaders.ETAG, posted.etag()).set(HttpHeaders.CACHE_CONTROL, SHARED)
                .set(HttpHeaders.VARY, BY_ENCODING);
        if (posted.etag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(HttpResponseStatus.NOT_MODIFIED.code()).end();
            return;
        }
        var encodings = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        var packed = encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
        response.headers().set(HttpHeaders.CONTENT_TYPE, TYPE).set(HttpHeaders.CONTENT_ENCODING,
                packed ? GZIP : IDENTITY);
        response.end(packed ? posted.packed() : posted.plain());
    }
}
