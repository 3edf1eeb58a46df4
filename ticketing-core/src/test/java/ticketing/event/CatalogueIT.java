package ticketing.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;

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
}
