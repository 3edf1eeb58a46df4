package ticketing.sales;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;

import jakarta.inject.Inject;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import standalone.testing.StoresTestResource;
import ticketing.testing.Await;
import ticketing.testing.Browser;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** What an organizer sees of a sale: figures, orders, files. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class SalesIT {

    @Inject
    TestSale sale;

    @Inject
    MockMailbox mailbox;

    private String event;
    private Organizer organizer;

    @BeforeEach
    void anEventAndItsOrganizer() {
        event = sale.event(20, false);
        organizer = Organizer.admin().colleague(event, "organizer");
    }

    @Test
    void theFiguresAddUp() {
        buy("S-1", "S-2");
        var refunded = buy("S-3");
        organizer.request().header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/orders/" + refunded.path("code") + "/refund").then().statusCode(200);
        new Browser().enter(event);
        hold("S-11");

        get("/sales").then().statusCode(200).body("tickets", equalTo(2)).body("takings.amount", equalTo(9900))
                .body("orders.paid", equalTo(1)).body("orders.cancelled", equalTo(1))
                .body("categories[0].free", equalTo(17)).body("categories[0].held", equalTo(1))
                .body("categories[0].sold", equalTo(2)).body("categories[0].takings.currency", equalTo("EUR"))
                .body("heatMap", hasSize(2)).body("heatMap[0].sold", equalTo(2)).body("heatMap[1].seats", equalTo(10));
        int issued = get("/sales").jsonPath().getInt("series.tickets.sum()");
        assertThat(issued).isEqualTo(3);
    }

    @Test
    void theSeriesIsBoundedAndItsBoundsMakeSense() {
        buy("S-1");

        get("/sales?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z").then().statusCode(200)
                .body("series", hasSize(0)).body("tickets", equalTo(1));
        get("/sales?from=2020-01-02T00:00:00Z&to=2020-01-01T00:00:00Z").then().statusCode(400);
        get("/sales?from=2020-01-01T00:00:00Z").then().statusCode(400).body("parameter", equalTo("from"));
        get("/sales?to=yesterday").then().statusCode(400).body("parameter", equalTo("to"));
        var monthAgo = Instant.now().minus(Duration.ofDays(30));
        get("/sales?step=hour&from=" + monthAgo).then().statusCode(200).body("step", equalTo("HOUR"))
                .body("series", hasSize(1)).body("series[0].tickets", equalTo(1))
                .body("series[0].at", endsWith(":00:00.000Z")).body("forecast.outlook", equalTo("TOO_FEW_TO_TELL"))
                .body("forecast.remaining", equalTo(19));
        get("/sales?step=week").then().statusCode(400).body("parameter", equalTo("step"));
    }

    @Test
    void anOrderOnTheDeskTellsWhatHappenedToItAndItsLetterGoesOutAgain() {
        var order = buy("S-1", "S-2");
        var desk = "/orders/" + order.path("code");
        String email = order(desk).getString("order.buyer.email");
        String first = order(desk).getString("order.tickets[0].id");

        Await.until("the letter came", () -> letters(email, order.path("code")) == 1
                && sale.count("mail_task WHERE subject_id = ?", order.<String>path("code")) == 0);
        organizer.request().post("/events/" + event + desk + "/letter").then().statusCode(202);
        Await.until("the letter came again", () -> letters(email, order.path("code")) == 2);
        holder(desk, first, "k").then().statusCode(200).body("order.tickets[0].reason", equalTo("REPLACED"))
                .body("order.tickets[1].holder.name", equalTo("Ada Lovelace"));
        holder(desk, first, "k").then().statusCode(200);
        holder(desk, first, "l").then().statusCode(409).body("code", equalTo("ticket-not-valid"));
        organizer.request().header("Idempotency-Key", "r").body(Map.of("reason", "ill"))
                .post("/orders/" + order.path("code") + "/refund").then().statusCode(200);
        organizer.request().post("/events/" + event + desk + "/letter").then().statusCode(409)
                .body("code", equalTo("order-not-paid"));

        var file = order(desk);
        assertThat(file.getList("lines.seat")).containsExactly("S-1", "S-2");
        assertThat(file.getString("order.secret")).isNull();
        assertThat(file.<Integer>getList("refunds.amount.amount")).containsExactly(9900);
        assertThat(file.<String>getList("history.what")).contains("PLACED", "PAID", "TICKETS_VOID", "REFUND_DUE",
                "STAFF");
        assertThat(file.getString("history.find { it.detail == 'order.refunded' }.reason")).isEqualTo("ill");
        assertThat(file.getString("history.find { it.detail == 'ticket.holder-changed' }.by")).isEqualTo("Some Body");
        assertThat(sale.count("audit_entry WHERE detail::text LIKE '%Lovelace%' AND subject = ?",
                order.<String>path("code"))).isZero();
        get("/orders/NOSUCHCODE").then().statusCode(404);
        Organizer.admin().request().get("/events/" + sale.event(1, false) + desk).then().statusCode(404);
    }

    @Test
    void ordersAreFoundByPromoCodeAndPayment() {
        buy("S-1");
        organizer.post("/events/" + event + "/promo-codes", Map.of("code", "EARLY", "percent", 10, "uses", 5)).then()
                .statusCode(201);

        get("/orders?payment=paid").then().statusCode(200).body("items", hasSize(1))
                .body("items[0].refunded.amount", equalTo(0)).body("items[0].promoCode", nullValue());
        get("/orders?payment=refunded").then().statusCode(200).body("items", hasSize(0));
        get("/orders?promoCode=early").then().statusCode(200).body("items", hasSize(0));
        get("/orders?payment=lost").then().statusCode(400);
    }

    /** A site, a tag and a number; whoever came from a site of their own is not told apart. */
    @Test
    void whereVisitorsComeFromIsCountedWithoutThem() {
        for (int visit = 0; visit < 3; visit++) {
            given().header("Referer", "https://www.music.example/their/profile").get("/events/" + event).then()
                    .statusCode(200);
        }
        given().header("Referer", "https://jane.example/").get("/events/" + event);
        given().get("/events/" + event + "?from=Newsletter");
        given().get("/events/" + event);
        given().get("/events/no-such-event?from=Newsletter").then().statusCode(404);

        Await.until("all are written down", () -> get("/referrers").jsonPath()
                .getList("sources.views", Long.class).stream().mapToLong(Long::longValue).sum() == 6);
        get("/referrers?days=1").then().body("sources[0].source", equalTo("music.example"))
                .body("sources.find { it.kind == 'TAG' }.source", equalTo("newsletter"))
                .body("sources.find { it.kind == 'DIRECT' }.views", equalTo(1))
                .body("sources.find { it.kind == 'OTHER' }.views", equalTo(1)).body("days[0].views", equalTo(6));
        get("/referrers?days=0").then().statusCode(400);
        assertThat(sale.count("event_referrer WHERE source LIKE '%profile%'")).isZero();
    }

    @Test
    void ordersAreListedTheLatestFirstPageByPageAndFound() {
        var first = buy("S-1");
        var second = buy("S-2", "S-3");

        var page = get("/orders?limit=1").then().statusCode(200).body("items", hasSize(1))
                .body("items[0].code", equalTo(second.path("code"))).body("items[0].seats", equalTo(2))
                .body("items[0].buyer.name", equalTo("Fan")).body("items[0].payment.state", equalTo("PAID"));
        get("/orders?limit=1&after=" + page.extract().path("next")).then().body("next", nullValue())
                .body("items[0].code", equalTo(first.path("code")));
        get("/orders?query=" + first.<String>path("code").toLowerCase(Locale.ROOT)).then()
                .body("items", hasSize(1));
        get("/orders?state=declined").then().statusCode(200).body("items", hasSize(0));
        get("/orders?state=lost").then().statusCode(400);
        get("/orders?query=100%25").then().statusCode(200).body("items", hasSize(0));
        get("/orders?after=bm9uc2Vuc2U").then().statusCode(400);
    }

    @Test
    void theFileHasALinePerTicketAndTheTrailSaysWhoTookIt() {
        var order = buy("S-1", "S-2");

        var csv = get("/export.csv").then().statusCode(200).contentType(containsString("text/csv"))
                .header("Content-Disposition", startsWith("attachment")).extract().asString();
        assertThat(csv.lines()).hasSize(3).first().asString().startsWith("order,order state");
        assertThat(csv).contains(order.<String>path("code"), "49.50,EUR,VALID", "Row 1, seat 2");
        assertThat(sale.count("audit_entry WHERE action = 'tickets.exported' AND subject = ?", event)).isEqualTo(1);
    }

    @Test
    void theSpreadsheetHasTheSameLines(@TempDir Path folder) throws IOException {
        var order = buy("S-1");

        var bytes = get("/export.xlsx").then().statusCode(200).extract().asByteArray();

        assertThat(text(Files.write(folder.resolve("tickets.xlsx"), bytes))).contains("order state",
                order.<String>path("code"), "Row 1, seat 1");
    }

    @Test
    void onlyAnOrganizerOfTheEventSeesThem() {
        var admin = Organizer.admin();
        var steward = admin.colleague(event, "steward");
        var stranger = admin.colleague(admin.organization(), "organizer");

        for (var path : List.of("/sales", "/orders", "/orders/SOMECODE", "/referrers", "/waiting-list/entries",
                "/export.csv", "/export.xlsx")) {
            steward.request().get("/events/" + event + path).then().statusCode(403);
            stranger.request().get("/events/" + event + path).then().statusCode(404);
            given().get("/api/ticketing/events/" + event + path).then().statusCode(401);
        }
    }

    private Response get(String path) {
        return organizer.request().urlEncodingEnabled(false).get("/events/" + event + path);
    }

    private JsonPath order(String path) {
        return get(path).then().statusCode(200).extract().jsonPath();
    }

    private long letters(String email, String code) {
        return mailbox.getMailsSentTo(email).stream().filter(mail -> mail.getText().contains(code)).count();
    }

    private Response holder(String desk, String ticket, String key) {
        return organizer.request().header("Idempotency-Key", key).body(Map.of("name", "Ada Lovelace"))
                .post("/events/" + event + desk + "/tickets/" + ticket + "/holder");
    }

    private String hold(String... seats) {
        var fan = new Browser();
        fan.enter(event);
        return fan.hold(event, seats).path("id");
    }

    private Response buy(String... seats) {
        var fan = new Browser();
        fan.enter(event);
        var order = fan.order(fan.hold(event, seats).path("id"), "ok");
        order.then().statusCode(201);
        return order;
    }

    private static String text(Path book) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipFile(book.toFile())) {
            for (var entry : zip.stream().toList()) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
