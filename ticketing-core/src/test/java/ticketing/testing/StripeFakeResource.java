package ticketing.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Stripe, as far as we know it: intents and refunds in memory, answers by the name of the payment method, and an
 * Idempotency-Key that brings the same answer again. Tests steer it at {@code /test/intents/ID?status=...}, and with
 * {@code ?refunding=fail} (refused before anything happened), {@code lose} (done, and the answer lost) or {@code ok}.
 */
public class StripeFakeResource implements QuarkusTestResourceLifecycleManager {

    public static final String WEBHOOK_SECRET = "whsec_of_the_tests";

    private static final String KEY = "sk_test_of_the_tests";

    private final Map<String, JsonObject> intents = new HashMap<>();
    private final Map<String, Answer> answered = new HashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("STRIPE_API_URL", url, "test.stripe", url, "STRIPE_SECRET_KEY", KEY, "STRIPE_PUBLISHABLE_KEY",
                "pk_test_of_the_tests", "STRIPE_WEBHOOK_SECRETS", "whsec_of_before," + WEBHOOK_SECRET, "DEMO_PAYMENTS",
                "true");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** One at a time: the server has one thread. */
    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/");
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (path[1].equals("test")) {
            send(exchange, steer(path[3], form(exchange.getRequestURI().getQuery())));
        } else if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, refusal(401, "invalid_request_error", "api_key_invalid", null));
        } else if (exchange.getRequestMethod().equals("GET")) {
            var asked = form(exchange.getRequestURI().getRawQuery());
            send(exchange, new Answer(200, expanded(intents.get(path[3]), asked)));
        } else {
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            var refunds = path[2].equals("refunds")
                    ? intents.get(form.get("payment_intent")).getString("refunding")
                    : "";
            if ("fail".equals(refunds)) {
                send(exchange, refusal(503, "api_error", "service_unavailable", null));
                return;
            }
            var lost = "pm_lost".equals(form.get("payment_method")) && !answered.containsKey(key)
                    || "lose".equals(refunds);
            send(exchange, answered.computeIfAbsent(key, first -> write(path, form)), lost);
        }
    }

    private Answer write(String[] path, Map<String, String> form) {
        if (path[2].equals("refunds")) {
            return refund(form);
        }
        if (path.length == 3) {
            return create(form);
        }
        var intent = intents.get(path[3]);
        return path[4].equals("confirm") ? confirm(intent, form.get("payment_method")) : cancel(intent);
    }

    private Answer create(Map<String, String> form) {
        var id = "pi_" + (intents.size() + 1);
        intents.put(id, new JsonObject().put("id", id).put("object", "payment_intent")
                .put("amount", Integer.valueOf(form.get("amount"))).put("currency", form.get("currency"))
                .put("status", "requires_payment_method").put("client_secret", id + "_secret")
                .putNull("last_payment_error").put("refunds", new JsonArray())
                .put("metadata", new JsonObject().put("payment_id", form.get("metadata[payment_id]"))));
        return new Answer(200, intents.get(id).copy());
    }

    /** The card is told to who asks for it; to everybody else its method's name. */
    private static JsonObject expanded(JsonObject intent, Map<String, String> asked) {
        var method = intent.getString("payment_method");
        return method == null || !"payment_method".equals(asked.get("expand[]"))
                ? intent
                : intent.copy().put("payment_method", new JsonObject().put("id", method).put("card",
                        new JsonObject().put("fingerprint", "card_of_" + method)));
    }

    private static Answer confirm(JsonObject intent, String method) {
        intent.put("payment_method", method);
        switch (method) {
            case "pm_card_visa", "pm_lost" -> intent.put("status", "succeeded");
            case "pm_3ds" -> intent.put("status", "requires_action");
            case "pm_processing" -> intent.put("status", "processing");
            case "pm_declined" -> {
                intent.put("last_payment_error", new JsonObject().put("code", "card_declined"));
                return refusal(402, "card_error", "card_declined", intent);
            }
            default -> {
                return refusal(400, "invalid_request_error", "resource_missing", null);
            }
        }
        return new Answer(200, intent.copy());
    }

    private static Answer cancel(JsonObject intent) {
        if (intent.getString("status").equals("succeeded") || intent.getString("status").equals("processing")) {
            return refusal(400, "invalid_request_error", "payment_intent_unexpected_state", intent);
        }
        return new Answer(200, intent.put("status", "canceled").copy());
    }

    private Answer refund(Map<String, String> form) {
        var intent = intents.get(form.get("payment_intent"));
        var refunds = intent.getJsonArray("refunds").add(Integer.valueOf(form.get("amount")));
        if (refunds.stream().mapToInt(Integer.class::cast).sum() > intent.getInteger("amount")) {
            throw new IllegalStateException("more goes back than came");
        }
        return new Answer(200, new JsonObject().put("id", "re_1").put("status", "succeeded"));
    }

    /** What the bank does, and what a test wants to know: the intent of a payment. */
    private Answer steer(String payment, Map<String, String> wish) {
        var intent = intents.values().stream()
                .filter(known -> known.getJsonObject("metadata").getString("payment_id").equals(payment))
                .findFirst().orElseThrow();
        if (wish.containsKey("status")) {
            intent.put("status", wish.get("status"));
        }
        if (wish.containsKey("refunding")) {
            intent.put("refunding", wish.get("refunding"));
        }
        return new Answer(200, intent);
    }

    private static Answer refusal(int status, String type, String code, JsonObject intent) {
        return new Answer(status, new JsonObject().put("error",
                new JsonObject().put("type", type).put("code", code).put("payment_intent", intent)));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        send(exchange, answer, false);
    }

    private static void send(HttpExchange exchange, Answer answer, boolean lost) throws IOException {
        if (!lost) {
            var bytes = answer.body().encode().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static Map<String, String> form(String text) {
        return text == null || text.isEmpty()
                ? Map.of()
                : Stream.of(text.split("&")).map(field -> field.split("=", 2)).collect(Collectors.toMap(
                        field -> URLDecoder.decode(field[0], StandardCharsets.UTF_8),
                        field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private record Answer(int status, JsonObject body) {}
}
