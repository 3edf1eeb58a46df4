package ticketing.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Await;
import ticketing.testing.Browser;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** Organizations' own systems are told what happened: signed, again until they have it, and nowhere they should not be. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class WebhookIT {

    @Inject
    TestSale sale;

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer receiver;
    private String event;
    private Organizer organizer;

    @BeforeEach
    void aReceiverOfAnOrganization() throws IOException {
        event = sale.event(10, false);
        organizer = Organizer.admin().colleague(event, "organizer");
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new Received(exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var status = answers.isEmpty() ? Integer.valueOf(204) : answers.poll();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void closed() {
        receiver.stop(0);
    }

    @Test
    void aPaidOrderAndItsRefundAreToldAndSigned() throws Exception {
        var webhook = add("order.paid", "order.refunded").then().statusCode(201).header("Cache-Control", "no-store")
                .body("secret", startsWith("whsec_")).extract();
        var code = buy("S-1", "S-2");

        var paid = next();

        var message = JsonPath.from(paid.body());
        assertThat(message.getString("type")).isEqualTo("order.paid");
        assertThat(message.getString("data.order")).isEqualTo(code);
        assertThat(message.getString("data.eventId")).isEqualTo(event);
        assertThat(message.getInt("data.total.amount")).isEqualTo(9900);
        assertThat(paid.body()).doesNotContain("@example.org", "Fan");
        assertThat(paid.signature()).isEqualTo(signature(webhook.path("secret"), paid));

        String changed = organizer.post(webhooks(webhook.path("id")) + "/secret", Map.of()).path("secret");
        organizer.request().header("Idempotency-Key", UUID.randomUUID().toString()).post("/orders/" + code + "/refund")
                .then().statusCode(200);

        var refunded = next();
        assertThat(JsonPath.from(refunded.body()).getString("type")).isEqualTo("order.refunded");
        assertThat(refunded.signature().split(" ")).containsExactly(signature(changed, refunded),
                signature(webhook.path("secret"), refunded));
    }

    @Test
    void whatDidNotArriveIsSentAgainUnderTheSameId() {
        answers.addAll(List.of(500, 302));
        var id = add("order.paid").<String>path("id");
        buy("S-1");

        var first = next();
        hurry();
        var second = next();
        hurry();
        var third = next();

        assertThat(List.of(second.id(), third.id())).containsOnly(first.id());
        Await.until("it is delivered", () -> deliveries(id).<String>path("items[0].state").equals("DELIVERED"));
        organizer.request().get(webhooks(id) + "/deliveries/" + first.id()).then().statusCode(200)
                .body("log.outcome", equalTo(List.of("refused", "refused", "delivered")))
                .body("log.status", equalTo(List.of(500, 302, 204))).body("payload.type", equalTo("order.paid"));
        assertThat(received).extracting(Received::path).doesNotContain("/elsewhere");

        organizer.post(webhooks(id) + "/deliveries/" + first.id() + "/replay", Map.of()).then().statusCode(202);
        assertThat(next().id()).isEqualTo(first.id());
        organizer.request().get("/audit").then().body("items.action", hasItems("webhook.added", "webhook.replayed"));
    }

    @Test
    void whoeverSaysGoneOrFailsForDaysIsToldNoMore() {
        answers.add(410);
        var gone = add("order.paid").<String>path("id");
        buy("S-1");
        next();
        Await.until("it is disabled", () -> "GONE".equals(endpoints().path("items[0].disabledReason")));
        organizer.request().get("/audit").then().body("items.action", hasItems("webhook.disabled"));

        organizer.request().body(Map.of("enabled", true)).patch(webhooks(gone)).then().statusCode(200);
        answers.add(500);
        sale.update("UPDATE webhook_endpoint SET failing_since = clock_timestamp() - interval '6 days' WHERE id = ?",
                gone);
        organizer.post(webhooks(gone) + "/test", Map.of()).then().statusCode(202);
        Await.until("it is disabled", () -> "FAILING".equals(endpoints().path("items[0].disabledReason")));
    }

    @Test
    void nobodyIsLedIntoOurOwnNetwork() {
        for (var url : List.of("https://169.254.169.254/latest/meta-data", "https://10.0.0.1/", "https://[::1]/",
                "http://127.0.0.2/", "https://user:password@example.org/", "ftp://example.org/", "https://0x7f.1/",
                "nonsense")) {
            organizer.post(webhooks(), Map.of("url", url, "eventTypes", List.of("order.paid"))).then().statusCode(422)
                    .body("code", equalTo("invalid-webhook"));
        }
        organizer.post(webhooks(), Map.of("url", address(), "eventTypes", List.of("order.lost"))).then()
                .statusCode(422);

        var id = add("order.paid").<String>path("id");
        sale.update("UPDATE webhook_endpoint SET url = ? WHERE id = ?", address().replace("127.0.0.1", "127.0.0.2"),
                id);
        organizer.post(webhooks(id) + "/test", Map.of()).then().statusCode(202);

        Await.until("it was tried", () -> sale.count("webhook_attempt WHERE endpoint_id = ?"
                + " AND outcome = 'forbidden-address'", id) == 1);
        assertThat(received).isEmpty();
    }

    @Test
    void everyOrganizationHasItsOwn() {
        var admin = Organizer.admin();
        var stranger = admin.colleague(admin.organization(), "organizer");
        var steward = admin.colleague(event, "steward");
        var id = add("event.published").<String>path("id");

        stranger.request().get(webhooks()).then().statusCode(404);
        steward.request().get(webhooks()).then().statusCode(403);
        organizer.request().get(webhooks()).then().statusCode(200).body("items", hasSize(1));
        organizer.request().delete(webhooks(id)).then().statusCode(204);
        organizer.request().get(webhooks(id) + "/deliveries").then().statusCode(404)
                .body("code", equalTo("unknown-webhook"));
    }

    private Response add(String... types) {
        return organizer.post(webhooks(), Map.of("url", address(), "eventTypes", List.of(types)));
    }

    private String address() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/told";
    }

    private String webhooks() {
        return "/organizations/" + event + "/webhooks";
    }

    private String webhooks(String id) {
        return webhooks() + "/" + id;
    }

    private Response deliveries(String id) {
        return organizer.request().get(webhooks(id) + "/deliveries");
    }

    private Response endpoints() {
        return organizer.request().get(webhooks());
    }

    private String buy(String... seats) {
        var fan = new Browser();
        fan.enter(event);
        return fan.order(fan.hold(event, seats).path("id"), "ok").then().statusCode(201).extract().path("code");
    }

    private Received next() {
        Await.until("the receiver is told", () -> !received.isEmpty());
        return received.poll();
    }

    /** Lets the wait before the next attempt pass, once the last one is written down. */
    private void hurry() {
        Await.until("the failure is written down",
                () -> sale.count("webhook_endpoint WHERE organization_id = ? AND paused_until IS NOT NULL",
                        event) == 1);
        sale.update("UPDATE webhook_endpoint SET paused_until = NULL WHERE organization_id = ?", event);
        sale.update("UPDATE webhook_delivery SET due_at = clock_timestamp() WHERE state = 'PENDING' AND endpoint_id IN"
                + " (SELECT id FROM webhook_endpoint WHERE organization_id = ?)", event);
    }

    /** As a receiver computes it, by the book of Standard Webhooks. */
    private static String signature(String secret, Received message) throws Exception {
        assertThat(Math.abs(Instant.now().getEpochSecond() - Long.parseLong(message.timestamp()))).isLessThan(300);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var content = message.id() + "." + message.timestamp() + "." + message.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    }

    private record Received(String path, String id, String timestamp, String signature, String body) {}
}
