package standalone.frontdoor;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;

/** The front door on one event loop; all of them share the port. */
final class FrontDoorVerticle extends AbstractVerticle {

    private final int port;
    private final Map<Route, Upstreams> upstreams;
    private final Handler<HttpServerRequest> inbox;
    private final Map<Route, ServiceProxy> proxies = new EnumMap<>(Route.class);

    FrontDoorVerticle(int port, Map<Route, Upstreams> upstreams, Handler<HttpServerRequest> inbox) {
        this.port = port;
        this.upstreams = upstreams;
        this.inbox = inbox;
    }

    @Override
    public void start(Promise<Void> started) {
        var client = vertx.createHttpClient(clientOptions(), poolOptions());
        upstreams.forEach((route, instances) -> proxies.put(route, new ServiceProxy(instances, client)));
        vertx.createHttpServer(serverOptions())
                .requestHandler(this::route)
                .invalidRequestHandler(FrontDoorVerticle::refuseInvalid)
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void route(HttpServerRequest request) {
        var path = RequestPath.of(request.path());
        if (path.isEmpty()) {
            Refusal.BAD_REQUEST.answer(request);
            return;
        }
        var route = Route.of(path.get());
        switch (route) {
            case HIDDEN -> Refusal.NOT_FOUND.answer(request);
            case INBOX -> inbox.handle(request);
            case WAITING_ROOM, CORE, CONSOLE -> proxies.get(route).handle(request);
        }
    }

    private static void refuseInvalid(HttpServerRequest request) {
        var cause = request.decoderResult().cause();
        var refusal = switch (cause) {
            case TooLongHttpLineException line -> Refusal.ADDRESS_TOO_LONG;
            case TooLongHttpHeaderException header -> Refusal.TOO_LONG;
            case TooLongFrameException frame -> Refusal.TOO_LONG;
            case null, default -> Refusal.BAD_REQUEST;
        };
        refusal.answer(request);
        request.connection().close();
    }

    private static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(8 * 1024)
                .setMaxHeaderSize(32 * 1024)
                .setHandle100ContinueAutomatically(true)
                .setAcceptBacklog(4096)
                .setTcpNoDelay(true)
                .setIdleTimeout(120)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
    }

    private static HttpClientOptions clientOptions() {
        return new HttpClientOptions()
                .setConnectTimeout(2000)
                .setKeepAlive(true)
                // Shorter than any service's own, so that no connection is taken from the pool while it is being closed.
                .setKeepAliveTimeout(20)
                .setTcpNoDelay(true)
                .setMaxHeaderSize(64 * 1024);
    }

    /** Every event stream keeps a connection of its own for hours. */
    private static PoolOptions poolOptions() {
        return new PoolOptions().setHttp1MaxSize(20_000).setMaxWaitQueueSize(10_000);
    }
}
