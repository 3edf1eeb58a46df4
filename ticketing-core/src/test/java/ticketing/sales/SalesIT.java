package ticketing.sales;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipFile;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import standalone.testing.StoresTestResource;
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

        for (var path : List.of("/sales", "/orders", "/export.csv", "/export.xlsx")) {
            steward.request().get("/events/" + event + path).then().statusCode(403);
            stranger.request().get("/events/" + event + path).then().statusCode(404);
            given().get("/api/ticketing/events/" + event + path).then().statusCode(401);
        }
    }

    private Response get(String path) {
        return organizer.request().urlEncodingEnabled(false).get("/events/" + event + path);
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
