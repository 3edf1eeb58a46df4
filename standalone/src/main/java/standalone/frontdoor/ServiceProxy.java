package standalone.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Sends requests on to one service. Bodies and event streams pass through as they come, in both directions, and who
 * hangs up on one side is hung up on at the other.
 */
final class ServiceProxy {

    private final HttpProxy proxy;

    ServiceProxy(Upstreams upstreams, HttpClient client) {
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> Balancer.connect(upstreams, context.client()))
                .addInterceptor(new OneAnswerForSure());
    }

    void handle(HttpServerRequest request) {
        proxy.handle(request);
    }

    /** Sets what the service is told, and answers in its place when it cannot. */
    private static final class OneAnswerForSure implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            var client = request.proxiedRequest();
            RequestPath.of(client.path()).ifPresent(path -> request.setURI(target(path, client.query())));
            ForwardedHeaders.replace(request.headers(), client.remoteAddress().hostAddress(),
                    client.authority() == null ? "" : client.authority().toString());
            return context.sendRequest()
                    .recover(failure -> mayBeRepeated(client, failure) ? repeat(context) : Future.failedFuture(failure))
                    .recover(failure -> inItsPlace(request, failure));
        }

        /** The empty body was read to its end the first time, and would be waited for forever. */
        private static Future<ProxyResponse> repeat(ProxyContext context) {
            context.request().setBody(Body.body(Buffer.buffer()));
            return context.sendRequest();
        }

        /** An event stream may be silent for long; its head must not wait for the first event. */
        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            var sent = context.sendResponse();
            var client = context.request().proxiedRequest().response();
            if (client.isChunked() && !client.headWritten() && !client.ended() && !client.closed()) {
                client.writeHead();
            }
            return sent;
        }

        /** What only reads, and brought no body that is used up by now, may be asked twice. */
        private static boolean mayBeRepeated(HttpServerRequest client, Throwable failure) {
            return !(failure instanceof Balancer.NobodyThere)
                    && (client.method() == HttpMethod.GET || client.method() == HttpMethod.HEAD)
                    && client.getHeader("Content-Length") == null && client.getHeader("Transfer-Encoding") == null
                    && !client.response().closed();
        }

        private static Future<ProxyResponse> inItsPlace(ProxyRequest request, Throwable failure) {
            var refusal = failure instanceof Balancer.NobodyThere ? Refusal.UNAVAILABLE : Refusal.BROKEN_OFF;
            var client = request.proxiedRequest();
            var response = request.release().response().setStatusCode(refusal.status());
            refusal.headers(response.headers(), Refusal.wantsPage(client));
            return Future.succeededFuture(response.setBody(Body.body(Buffer.buffer(refusal.body(client)))));
        }

        private static String target(RequestPath path, String query) {
            return query == null ? path.normal() : path.normal() + "?" + query;
        }
    }
}
