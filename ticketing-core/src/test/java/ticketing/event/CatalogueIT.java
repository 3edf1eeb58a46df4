package ticketing.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import standalone.testing.StoresTestResource;
import ticketing.testing.Await;
import ticketing.testing.Browser;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestPictures;

/** From an empty house to an event on sale, over HTTP. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class CatalogueIT {

    private static final String EVENTS = "/api/ticketing/events/";

    @Test
    void anEventWithARealPlanGoesOnSale() {
        var admin = Organizer.admin();
        var organization = admin.organization();
        var venue = admin.venue(organization);
        var source = Organizer.resource("/plans/real/theatre.json");
        var plan = admin.plan(organization, venue, source);
        var event = admin.event(organization, venue, plan, Map.of("gated", true, "prices", List.of(
                Map.of("category", "Premium", "amount", 9900), Map.of("category", "Standard", "amount", 6900),
                Map.of("category", "Restricted view", "amount", 3900),
                Map.of("category", "Wheelchair and companion", "amount", 3900))));
        given().get(EVENTS + event).then().statusCode(404).body("code", equalTo("unknown-event"));
        admin.request().queryParam("organizationId", organization).get("/staff/events").then().statusCode(200)
                .body("items.id", equalTo(List.of(event))).body("items[0].state", equalTo("DRAFT"))
                .body("items[0].seats", equalTo(1331)).body("items[0].free", equalTo(0));
        admin.request().queryParam("organizationId", organization).queryParam("venueId", venue).get("/plans").then()
                .statusCode(200).body("items.id", equalTo(List.of(plan))).body("items[0].seats", equalTo(1331))
                .body("items[0].categories.name", hasItems("Premium", "Restricted view"));
        admin.request().get("/plans/" + plan + "/geometry").then().statusCode(200).body("zones", hasSize(3));

        admin.publish(event);

        given().get(EVENTS + event).then().statusCode(200)
                .body("saleState", equalTo("ON_SALE")).body("queueUrl", equalTo("/queue/" + event))
                .body("categories.name", hasItems("Premium", "Wheelchair and companion"))
                .body("categories.find { it.id == 'premium' }.price.amount", equalTo(9900))
                .body("categories.find { it.id == 'wheelchair-and-companion' }.accessible", equalTo(true))
                .body("free", equalTo(1331));
        assertThat(given().get(EVENTS + event + "/availability").then().statusCode(200)
                .body("version", notNullValue()).extract().<String>path("seats")).matches("F{1331}");
        assertThat(admin.request().get("/plans/" + plan).asString()).isEqualTo(source);
        given().get(EVENTS + event + "/plan").then().statusCode(200).header("ETag", notNullValue())
                .body("zones", hasSize(3)).body("zones[0].rows[0].seats[0].x", equalTo(900f))
                .body("zones[0].rows[0].seats[0].label", equalTo("Stalls, row A, seat 1"));
    }

    @Test
    void staffListTheirEventsPageByPage() {
        var admin = Organizer.admin();
        var organization = admin.organization();
        var venue = admin.venue(organization);
        var plan = admin.plan(organization, venue, Organizer.plan(5));
        var soon = admin.event(organization, venue, plan, Map.of("title", "100% soon"));
        var later = admin.event(organization, venue, plan, Map.of("title", "Later", "startsAt",
                Instant.now().plus(Duration.ofDays(400)).toString()));
        var mine = admin.request().queryParam("organizationId", organization);

        var next = mine.queryParam("limit", 1).get("/staff/events").then().statusCode(200)
                .body("items.id", equalTo(List.of(later))).extract().<String>path("next");
        admin.request().queryParam("organizationId", organization).queryParam("after", next).get("/staff/events")
                .then().statusCode(200).body("items.id", equalTo(List.of(soon))).body("next", nullValue());
        admin.request().queryParam("organizationId", organization).queryParam("query", "0% S").get("/staff/events")
                .then().statusCode(200).body("items.id", equalTo(List.of(soon)));
        admin.request().queryParam("organizationId", organization).queryParam("state", "CANCELLED")
                .get("/staff/events").then().statusCode(200).body("items", hasSize(0));
        admin.request().queryParam("after", "bm9uc2Vuc2U").get("/staff/events").then().statusCode(400);
        given().get("/api/ticketing/staff/events").then().statusCode(401);
    }

    @Test
    void seatsAreListedPageByPage() {
        var sale = Organizer.admin().publish(25, Map.of());
        var seats = EVENTS + sale.event() + "/seats";

        var first = given().queryParam("limit", 20).get(seats).then().statusCode(200)
                .body("items", hasSize(20)).body("items[0].id", equalTo("S-1"))
                .body("items[0].price.amount", equalTo(4950)).body("items[0].state", equalTo("FREE"))
                .extract();

        given().queryParam("limit", 20).queryParam("after", first.<String>path("next")).get(seats).then()
                .statusCode(200).body("items", hasSize(5)).body("items.id", hasItem("S-25")).body("next", nullValue());
        given().queryParam("limit", 201).get(seats).then().statusCode(400).body("code", equalTo("malformed-parameter"));
    }

    @Test
    void aChangeNamesTheVersionItSaw() {
        var admin = Organizer.admin();
        var sale = admin.publish(3, Map.of());
        var event = EVENTS.substring("/api/ticketing".length()) + sale.event();
        var etag = given().get(EVENTS + sale.event()).getHeader("ETag");
        var change = Map.of("title", "Later", "prices", List.of(Map.of("category", "Standard", "amount", 100)));

        admin.request().body(change).patch(event).then().statusCode(428).body("code", equalTo("if-match-missing"));
        admin.request().header("If-Match", etag).body(change).patch(event).then().statusCode(200)
                .body("title", equalTo("Later")).body("categories[0].price.amount", equalTo(100));
        admin.request().header("If-Match", etag).body(change).patch(event).then().statusCode(412)
                .body("code", equalTo("if-match-stale"));
    }

    @Test
    void aChangeOfPricesAloneIsANewVersion() {
        var admin = Organizer.admin();
        var sale = admin.publish(3, Map.of());
        var etag = given().get(EVENTS + sale.event()).getHeader("ETag");

        var changed = admin.request().header("If-Match", etag)
                .body(Map.of("prices", List.of(Map.of("category", "standard", "amount", 1))))
                .patch("/events/" + sale.event()).then().statusCode(200).extract().header("ETag");

        assertThat(changed).isNotEqualTo(etag);
    }

    @Test
    void aCancelledEventStaysCancelled() {
        var admin = Organizer.admin();
        var sale = admin.publish(3, Map.of());

        admin.post("/events/" + sale.event() + "/cancellation", Map.of()).then().statusCode(200)
                .body("state", equalTo("CANCELLED")).body("saleState", equalTo("CANCELLED"));

        admin.post("/events/" + sale.event() + "/publication", Map.of()).then().statusCode(409)
                .body("code", equalTo("event-cancelled"));
    }

    @ParameterizedTest
    @MethodSource("refusedDrafts")
    void whatCannotBeIsRefused(Map<String, Object> difference, int status, String code) {
        var admin = Organizer.admin();
        var organization = admin.organization();
        var venue = admin.venue(organization);
        var plan = admin.plan(organization, venue, Organizer.plan(3));

        admin.post("/events", Organizer.draft(organization, venue, plan, difference)).then().statusCode(status)
                .contentType("application/problem+json").body("code", equalTo(code));
    }

    static Stream<Arguments> refusedDrafts() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        var standard = Map.of("category", "Standard", "amount", 100);
        return Stream.of(
                Arguments.of(Map.of("venueId", "none"), 422, "unknown-venue"),
                Arguments.of(Map.of("planId", "none"), 422, "unknown-plan"),
                Arguments.of(Map.of("salesFrom", tomorrow, "salesUntil", tomorrow), 422, "invalid-event"),
                Arguments.of(Map.of("prices", List.of(standard, standard)), 422, "duplicate-price"),
                Arguments.of(Map.of("prices", List.of(Map.of("category", "Box", "amount", 1))), 422,
                        "unknown-category"),
                Arguments.of(Map.of("prices", List.of()), 400, "invalid"),
                Arguments.of(Map.of("prices", List.of(Map.of("category", "Standard", "amount", -1))), 400, "invalid"),
                Arguments.of(Map.of("prices", List.of(Map.of("category", "Standard", "amount", 49.5))), 400,
                        "invalid"),
                Arguments.of(Map.of("holdSeconds", 29), 400, "invalid"),
                Arguments.of(Map.of("holdSeconds", "600"), 400, "invalid"),
                Arguments.of(Map.of("title", " "), 400, "invalid"),
                Arguments.of(Map.of("startsAt", "soon"), 400, "invalid"),
                Arguments.of(Map.of("colour", "red"), 400, "unknown-field"));
    }

    @Test
    void aCategoryWithSeatsNeedsAPrice() {
        var admin = Organizer.admin();
        var organization = admin.organization();
        var venue = admin.venue(organization);
        var plan = admin.plan(organization, venue, Organizer.resource("/plans/real/theatre.json"));

        admin.post("/events", Organizer.draft(organization, venue, plan, Map.of())).then().statusCode(422)
                .body("code", equalTo("missing-prices"))
                .body("missing", hasItems("Premium", "Restricted view", "Wheelchair and companion"));
    }

    @Test
    void aPlanThatCannotBePlacedIsRefusedWithThePlacesAtFault() {
        var admin = Organizer.admin();
        var organization = admin.organization();
        var plans = "/plans?organizationId=%s&venueId=%s".formatted(organization, admin.venue(organization));

        admin.post(plans, Organizer.resource("/plans/bad/duplicate-guid.json")).then().statusCode(422)
                .body("code", equalTo("invalid-plan"))
                .body("violations[0].at", equalTo("/zones/0/rows/0/seats/1/seat_guid"));
        admin.post(plans, "{\"name\":").then().statusCode(400).body("code", equalTo("malformed-json"));
        admin.post(plans, Organizer.resource("/plans/good/unknown-keys.json")).then().statusCode(201)
                .body("report.warnings.at", hasItem("/layout")).body("seats", equalTo(1));
        admin.post("/plans?organizationId=" + organization, "{}").then().statusCode(400);
    }

    @Test
    void aPostponedEventIsNotSoldUntilItIsPublishedAgain() {
        var sale = Organizer.admin().publish(4, Map.of());
        var fan = new Browser();
        fan.enter(sale.event());

        organizer().post("/events/" + sale.event() + "/postponement", Map.of()).then().statusCode(200)
                .body("state", equalTo("POSTPONED")).body("saleState", equalTo("POSTPONED"));
        fan.hold(sale.event(), "S-1").then().statusCode(422).body("code", equalTo("not-on-sale"));
        organizer().publish(sale.event());

        fan.hold(sale.event(), "S-1").then().statusCode(201);
    }

    @Test
    void aCopyIsADraftOfItsOwn() {
        var sale = Organizer.admin().publish(4, Map.of("maxSeatsPerOrder", 3));
        organizer().request().body(Map.of("taxPercent", 7, "serviceFee", Map.of("amountPerTicket", 150)))
                .put("/events/" + sale.event() + "/order-terms").then().statusCode(200);
        var startsAt = Instant.parse("2032-05-01T18:00:00Z");

        var copy = organizer().post("/events/" + sale.event() + "/copies", Map.of("title", "Again", "startsAt",
                startsAt.toString(), "salesFrom", startsAt.minusSeconds(9_000).toString(), "salesUntil",
                startsAt.toString())).then().statusCode(201).body("state", equalTo("DRAFT"))
                .body("title", equalTo("Again")).body("maxSeatsPerOrder", equalTo(3))
                .body("categories[0].price.amount", equalTo(4950)).extract().<String>path("id");

        assertThat(copy).isNotEqualTo(sale.event());
        organizer().publish(copy);
        given().get(EVENTS + copy + "/order-terms").then().body("taxPercent", equalTo(7.0f))
                .body("serviceFee.perTicket.amount", equalTo(150));
    }

    /** Shown wherever the event is, kept for ever by browsers, and never taken for anything but a picture. */
    @Test
    void anEventHasAPicture() {
        var sale = Organizer.admin().publish(4, Map.of());
        var own = "/event-pictures/" + sale.event();
        var png = TestPictures.png(1600, 900);
        picture("image/jpeg", png).put(own).then().statusCode(422).body("code", equalTo("unusable-picture"));
        picture("image/svg+xml", png).put(own).then().statusCode(415);
        picture("image/png", new byte[2_097_153]).put(own).then().statusCode(413);
        organizer().request().contentType("image/png").body(png).put(own).then().statusCode(400);

        var url = picture("image/png", png).put(own).then().statusCode(200).body("width", equalTo(1600))
                .extract().<String>path("url");

        assertThat(given().get(url).then().statusCode(200).contentType("image/png")
                .header("X-Content-Type-Options", "nosniff").header("Cache-Control", containsString("immutable"))
                .extract().asByteArray()).isEqualTo(png);
        given().header("If-None-Match", given().get(url).header("ETag")).get(url).then().statusCode(304);
        given().get(url + "/small").then().statusCode(200).contentType("image/jpeg");
        given().get(EVENTS + sale.event()).then().body("picture.alternative", equalTo("A tram at night"));
        given().queryParam("events", sale.event() + ",nobody").get("/api/ticketing/event-pictures").then()
                .body("items.eventId", equalTo(List.of(sale.event())))
                .body("items[0].smallUrl", equalTo(url + "/small"));
        given().get("/events/" + sale.event()).then().body(containsString("content=\"http://localhost:8080" + url))
                .body(containsString("alt=\"A tram at night\""));
        organizer().request().body(Map.of("alternative", "A tram")).patch(own).then().statusCode(200)
                .body("alternative", equalTo("A tram"));
        organizer().request().delete(own).then().statusCode(204);
        given().get(EVENTS + sale.event()).then().body("picture", nullValue());
        organizer().request().body(Map.of("alternative", "Gone")).patch(own).then().statusCode(404)
                .body("code", equalTo("unknown-picture"));
    }

    private static RequestSpecification picture(String type, byte[] content) {
        return organizer().request().contentType(type).queryParam("alternative", "A tram at night").body(content);
    }

    @Test
    void aCategoryIsSoldInItsOwnTimeOnly() {
        var later = Instant.now().plusSeconds(3_600).toString();
        var sale = Organizer.admin().publish(4, Map.of("prices", List.of(Map.of("category", "Standard", "amount", 100,
                "salesFrom", later))));
        var fan = new Browser();
        fan.enter(sale.event());

        fan.hold(sale.event(), "S-1").then().statusCode(422).body("code", equalTo("not-on-sale"));
        fan.hold(sale.event(), Map.of("category", "Standard", "quantity", 2)).then().statusCode(422)
                .body("code", equalTo("not-on-sale"));
    }

    /** Places to stand are imported, priced, shown as what is left of their area, held and paid like seats. */
    @Test
    void anAreaToStandInIsSoldByNumber() {
        var admin = Organizer.admin();
        var organization = admin.organization();
        var venue = admin.venue(organization);
        var source = Organizer.resource("/plans/good/our-additions.json");
        var plan = admin.plan(organization, venue, source);
        var event = admin.event(organization, venue, plan, Map.of("prices", List.of(
                Map.of("category", "Seats", "amount", 5000), Map.of("category", "Floor", "amount", 3000))));
        admin.publish(event);
        var fan = new Browser();
        fan.enter(event);

        var hold = fan.hold(event, Map.of("area", "Dance floor", "quantity", 2));

        hold.then().statusCode(201).body("seats.label", hasItem("Dance floor, standing, no. 1"))
                .body("total.amount", equalTo(6000));
        fan.order(hold.path("id"), "ok").then().statusCode(201).body("state", equalTo("PAID"));
        given().get(EVENTS + event + "/seats").then().body("items", hasSize(3));
        assertThat(admin.request().get("/plans/" + plan).asString()).isEqualTo(source);
        var late = new Browser();
        late.enter(event);
        late.hold(event, Map.of("area", "floor", "quantity", 2)).then().statusCode(409)
                .body("code", equalTo("sold-out"));
        Await.until("what is left is shown", () -> given().get(EVENTS + event + "/availability").then().extract()
                .path("areas[0].free").equals(1));
        given().get(EVENTS + event + "/availability").then().body("seats", equalTo("FFF"))
                .body("areas[0].id", equalTo("floor"));
    }

    private static Organizer organizer() {
        return Organizer.admin();
    }
}
