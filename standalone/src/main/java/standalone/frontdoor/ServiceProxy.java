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
            return context.sendRequest().recover(failure -> mayBeRepeated(client)
                    ? context.sendRequest().recover(again -> inItsPlace(request, again))
                    : inItsPlace(request, failure));
        }

        /** What only reads, and brought no body that is used up by now, may be asked twice. */
        private static boolean mayBeRepeated(HttpServerRequest client) {
            return (client.method() == HttpMethod.GET || client.method() == HttpMethod.HEAD)
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
