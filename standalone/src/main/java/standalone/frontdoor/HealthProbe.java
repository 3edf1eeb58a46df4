package standalone.frontdoor;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/** Asks every instance once a second whether it is ready, so that requests go to those that are. */
final class HealthProbe {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final HttpClient client;
    private final List<Upstream> upstreams;
    private final Consumer<String> log;

    HealthProbe(Vertx vertx, List<Upstream> upstreams, Consumer<String> log) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.log = log;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis()).setKeepAlive(false),
                new PoolOptions().setHttp1MaxSize(4));
    }

    void start() {
        vertx.setPeriodic(0, EVERY.toMillis(), timer -> upstreams.forEach(this::probe));
    }

    private void probe(Upstream upstream) {
        var request = new RequestOptions().setMethod(HttpMethod.GET).setHost("127.0.0.1").setPort(upstream.port())
                .setURI("/q/health/ready").setTimeout(PATIENCE.toMillis());
        client.request(request).compose(HttpClientRequest::send)
                .onComplete(answer -> note(upstream, answer.succeeded() && answer.result().statusCode() == 200));
    }

    private void note(Upstream upstream, boolean ready) {
        if (upstream.seen(ready)) {
            log.accept("instance changed upstream=%s ready=%s".formatted(upstream.name(), ready));
        }
    }
}
