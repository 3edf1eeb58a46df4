package standalone.frontdoor;

import java.util.Iterator;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;

/**
 * Connects a request to the first instance that takes the connection. Only connecting is tried again elsewhere: nothing
 * was sent by then, so nothing can happen twice.
 */
final class Balancer {

    private Balancer() {}

    static Future<HttpClientRequest> connect(Upstreams upstreams, HttpClient client) {
        return connect(upstreams.inTurn().iterator(), client);
    }

    private static Future<HttpClientRequest> connect(Iterator<Upstream> candidates, HttpClient client) {
        if (!candidates.hasNext()) {
            return Future.failedFuture(new NobodyThere());
        }
        var upstream = candidates.next();
        var address = new RequestOptions().setHost("127.0.0.1").setPort(upstream.port());
        return client.request(address).recover(failure -> {
            upstream.seen(false);
            return connect(candidates, client);
        });
    }

    /** No instance took the connection. */
    static final class NobodyThere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NobodyThere() {
            super("no instance took the connection", null, false, false);
        }
    }
}
