package ticketing.webhook;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import ticketing.webhook.WebhookAddresses.Target;
import ticketing.webhook.WebhookOutboxStore.Answer;
import ticketing.webhook.WebhookOutboxStore.Delivery;
import ticketing.webhook.WebhookOutboxStore.Outcome;

/**
 * Sends a message to a receiver. It connects to the very address that was judged, follows no redirect, and reads no more
 * of an answer than its status.
 */
@ApplicationScoped
class WebhookClient {

    private static final int GONE = 410;

    private final HttpClient http;
    private final WebhookAddresses addresses;
    private final WebhookSignature signature;
    private final WebhookConfig config;
    private final InstantSource clock;

    WebhookClient(Vertx vertx, WebhookAddresses addresses, WebhookSignature signature, WebhookConfig config,
            InstantSource clock) {
        this.http = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false).setVerifyHost(true)
                .setConnectTimeout((int) config.patience().toMillis()).setMaxPoolSize(config.atOnce()));
        this.addresses = addresses;
        this.signature = signature;
        this.config = config;
        this.clock = clock;
    }

    Answer send(Delivery delivery) {
        var started = clock.instant();
        var came = WebhookAddresses.read(delivery.url()).map(target -> switch (addresses.resolve(target)) {
            case WebhookAddresses.Callable(InetAddress address) -> send(delivery, target, address);
            case WebhookAddresses.Forbidden forbidden -> new Came(Outcome.FORBIDDEN_ADDRESS, Optional.empty());
            case WebhookAddresses.Unknown unknown -> new Came(Outcome.UNREACHABLE, Optional.empty());
        }).orElseGet(() -> new Came(Outcome.FORBIDDEN_ADDRESS, Optional.empty()));
        return new Answer(came.outcome(), came.status(),
                (int) Duration.between(started, clock.instant()).toMillis());
    }

    private Came send(Delivery delivery, Target target, InetAddress address) {
        var answer = new CompletableFuture<Integer>();
        http.request(options(target, address)).onFailure(answer::completeExceptionally)
                .onSuccess(request -> exchange(request, delivery, answer));
        try {
            return came(answer.orTimeout(config.patience().toMillis(), TimeUnit.MILLISECONDS).join());
        } catch (CompletionException e) {
            return new Came(e.getCause() instanceof TimeoutException ? Outcome.TIMEOUT : Outcome.UNREACHABLE,
                    Optional.empty());
        }
    }

    private void exchange(HttpClientRequest request, Delivery delivery, CompletableFuture<Integer> answer) {
        var timestamp = clock.instant().getEpochSecond();
        request.putHeader("content-type", "application/json")
                .putHeader("user-agent", "Ticket-D-Saster-Webhooks/1")
                .putHeader("webhook-id", delivery.messageId())
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", signature.sign(delivery, timestamp));
        // Whatever else the receiver says, or never ends to say, is of no use.
        answer.whenComplete((status, failure) -> request.connection().close());
        request.send(delivery.payload()).onSuccess(response -> answer.complete(response.statusCode()))
                .onFailure(answer::completeExceptionally);
    }

    private RequestOptions options(Target target, InetAddress address) {
        return new RequestOptions().setMethod(HttpMethod.POST).setHost(target.host()).setPort(target.port())
                .setSsl(target.secure()).setURI(target.pathAndQuery()).setFollowRedirects(false)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                .setTimeout(config.patience().toMillis());
    }

    private static Came came(int status) {
        var outcome = status == GONE ? Outcome.GONE : status / 100 == 2 ? Outcome.DELIVERED : Outcome.REFUSED;
        return new Came(outcome, Optional.of(status));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    private record Came(Outcome outcome, Optional<Integer> status) {}
}
