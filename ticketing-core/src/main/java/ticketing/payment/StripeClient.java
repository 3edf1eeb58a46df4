package ticketing.payment;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The few calls of Stripe's API that we need. Every write carries an Idempotency-Key, so that it may be sent again. */
@ApplicationScoped
class StripeClient {

    private static final String INTENTS = "/v1/payment_intents";
    private static final String EXPAND = "expand[]";
    private static final String CARD = "payment_method";
    private static final String VERSION = "2025-03-31.basil";

    private final StripeConfig config;
    private final ObjectMapper json;
    private final HttpClient http;

    StripeClient(StripeConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
    }

    /** An intent that moves no money yet. */
    StripeIntent create(PaymentProvider.Charge charge) {
        return intent(send(INTENTS, "create-" + charge.paymentId(), Map.of(
                "amount", Integer.toString(charge.amount()),
                "currency", charge.currency().toLowerCase(Locale.ROOT),
                "automatic_payment_methods[enabled]", "true",
                "automatic_payment_methods[allow_redirects]", "never",
                "metadata[payment_id]", charge.paymentId().toString())));
    }

    /** Moves the money, if the bank agrees at once. */
    StripeAnswer confirm(String intentId, UUID paymentId, String paymentMethod) {
        return send(path(intentId) + "/confirm", "confirm-" + paymentId, Map.of("payment_method", paymentMethod,
                EXPAND, CARD));
    }

    /** With the card that paid, which may be another than the one it began with. */
    StripeIntent read(String intentId) {
        return intent(send(HttpRequest.newBuilder(uri(path(intentId) + "?" + encode(EXPAND) + "=" + CARD)).GET()));
    }

    /** The intent afterwards: one that cannot be cancelled any more stays as it is. */
    StripeIntent cancel(String intentId, UUID paymentId) {
        var answer = send(path(intentId) + "/cancel", "cancel-" + paymentId, Map.of());
        return answer.refusal().isPresent() ? read(intentId) : intent(answer);
    }

    StripeAnswer refund(String intentId, PaymentProvider.Refund refund) {
        return send("/v1/refunds", "refund-" + refund.id(), Map.of("payment_intent", intentId, "amount",
                Integer.toString(refund.amount()), "metadata[refund_id]", refund.id().toString()));
    }

    private StripeAnswer send(String path, String idempotencyKey, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path)).header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }

    /** What Stripe refuses is an answer; what it cannot answer is not. */
    private StripeAnswer send(HttpRequest.Builder request) {
        var key = config.secretKey().orElseThrow(() -> new StripeTrouble("no key is set"));
        try {
            var response = http.send(request.header("Authorization", "Bearer " + key)
                    .header("Stripe-Version", VERSION).timeout(config.timeout()).build(), BodyHandlers.ofString());
            var document = json.readTree(response.body());
            return switch (response.statusCode()) {
                case 200 -> new StripeAnswer(document, Optional.empty());
                case 400, 402, 404 -> new StripeAnswer(document.path("error").path("payment_intent"),
                        Optional.of(document.path("error")));
                default -> throw new StripeTrouble("status " + response.statusCode());
            };
        } catch (IOException e) {
            throw new StripeTrouble(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StripeTrouble(e);
        }
    }

    private StripeIntent intent(StripeAnswer answer) {
        answer.refusal().ifPresent(error -> {
            throw new StripeTrouble("refused " + error.path("code").asText());
        });
        return StripeIntent.of(answer.document());
    }

    private URI uri(String path) {
        return URI.create(config.apiUrl().toString().replaceAll("/$", "") + path);
    }

    private static String path(String intentId) {
        return INTENTS + "/" + encode(intentId);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What Stripe said.
     *
     * @param refusal its error, when it understood and refused
     */
    record StripeAnswer(JsonNode document, Optional<JsonNode> refusal) {

        boolean refusedAs(String code) {
            return refusal.filter(error -> error.path("code").asText().equals(code)).isPresent();
        }
    }
}
