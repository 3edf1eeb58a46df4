package ticketing.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import standalone.testing.StoresTestResource;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;

/** What fans find. A word in every title keeps the events of this test apart from those of others. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class EventSearchIT {

    private static final Instant FIRST = Instant.now().plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.DAYS);
    private static String word;

    @Inject
    DataSource database;

    @Inject
    RecountListings recountListings;

    /** Three concerts: Hamburg in 90 days at 20, Wien in 91 days at 50, Hamburg in 92 days at 90 (sold out). */
    @BeforeEach
    void threeConcerts() throws Exception {
        if (word != null) {
            return;
        }
        word = UUID.randomUUID().toString().substring(0, 8);
        var admin = Organizer.admin();
        var organization = admin.organization();
        var hamburg = admin.venue(organization, "Hamburg", "DE");
        var wien = admin.venue(organization, "Wien", "AT");
        publish(admin, organization, hamburg, "Alpha", 0, 2000, "jazz");
        publish(admin, organization, wien, "Beta 100%", 1, 5000, "rock");
        var soldOut = publish(admin, organization, hamburg, "Gamma", 2, 9000, "Rock");
        try (var connection = database.getConnection(); var update = connection.createStatement()) {
            update.execute("UPDATE seat_state SET state = 'SOLD', changed_at = now() WHERE event_id = '%s'"
                    .formatted(soldOut));
        }
        recountListings.count(List.of(soldOut));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "                                   | Alpha, Beta 100%, Gamma",
            "query=alpha                        | Alpha",
            "query=hamburg gam                  | Gamma",
            "query=100%                         | Beta 100%",
            "query=alpa                         | Alpha",
            "query=gama hamburg                 | Gamma",
            "query=GÁMMA                        | Gamma",
            "query=hamburg alph                 | Alpha",
            "query=hall organization wien jaz   | ",
            "query=hall organization wien roc   | Beta 100%",
            "query=zzyzxqq                      | ",
            "city=hamburg                       | Alpha, Gamma",
            "country=AT                         | Beta 100%",
            "genre=rock                         | Beta 100%, Gamma",
            "venue=Hall of Wien                 | Beta 100%",
            "priceMax=5000&currency=EUR         | Alpha, Beta 100%",
            "currency=USD                       | ",
            "available=true                     | Alpha, Beta 100%",
            "available=false                    | Gamma",
            "accessible=true                    | ",
            "sort=-startsAt                     | Gamma, Beta 100%, Alpha",
            "sort=-price                        | Gamma, Beta 100%, Alpha",
            "sort=title&city=Hamburg&genre=Rock | Gamma",
            "sort=relevance                     | Alpha, Beta 100%, Gamma" })
    void filtersNarrowTheList(String query, String titles) {
        assertThat(search(query == null ? "" : query))
                .isEqualTo(titles == null ? List.of() : List.of(titles.split(", ")));
    }

    @Test
    void datesAreHalfOpenAndABareDateIsTheWholeDay() {
        var second = FIRST.plus(Duration.ofDays(1));
        assertThat(search("from=" + second)).containsExactly("Beta 100%", "Gamma");
        assertThat(search("to=" + second)).containsExactly("Alpha");
        assertThat(search("to=" + second.toString().substring(0, 10))).containsExactly("Alpha", "Beta 100%");
    }

    @ParameterizedTest
    @ValueSource(strings = { "startsAt", "-price", "title", "relevance" })
    void pagesGoOnWhereTheOneBeforeEnded(String sort) {
        var all = search("sort=" + sort);
        var paged = new ArrayList<String>();
        String next = null;
        do {
            var request = given().queryParam("query", word).queryParam("limit", 1).queryParam("sort", sort);
            var page = (next == null ? request : request.queryParam("after", next)).get("/api/ticketing/events").then()
                    .statusCode(200).extract();
            paged.addAll(titles(page.path("items.title")));
            next = page.path("next");
        } while (next != null);

        assertThat(paged).isEqualTo(all);
    }

    @Test
    void facetsCountWhatEachValueWouldLeave() {
        given().queryParam("query", word).queryParam("city", "Wien").get("/api/ticketing/events").then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].price.from.amount", equalTo(5000))
                .body("items[0].saleState", equalTo("ON_SALE")).body("items[0].seatsFree", equalTo(4))
                .body("facets.city.find { it.value == 'Hamburg' }.count", equalTo(2))
                .body("facets.country.value", equalTo(List.of("AT")))
                .body("facets.genre.value", hasSize(1)).body("facets.genre[0].value", equalToIgnoringCase("rock"))
                .body("facets.available.find { it.value == 'true' }.count", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "sort=colour", "from=tomorrow", "priceMax=-1", "priceMax=cheap", "available=perhaps",
            "limit=0", "limit=1000", "after=nonsense" })
    void whatMakesNoSenseIsSaid(String query) {
        given().get("/api/ticketing/events?" + query).then().statusCode(400).body("code",
                equalTo("malformed-parameter"));
    }

    @Test
    void anEventIsFoundByItsNewTitleAndNotByItsOldOne() {
        var admin = Organizer.admin();
        var organization = admin.organization();
        var venue = admin.venue(organization);
        var own = UUID.randomUUID().toString().substring(0, 8);
        var event = admin.event(organization, venue, admin.plan(organization, venue, Organizer.plan(4)),
                Map.of("title", "Fröhlich " + own));
        admin.publish(event);
        assertThat(foundBy("frohlich " + own)).containsExactly("Fröhlich " + own);

        var etag = admin.request().get("/events/" + event).then().statusCode(200).extract().header("ETag");
        admin.request().header("If-Match", etag).body(Map.of("title", "Ernst " + own)).patch("/events/" + event).then()
                .statusCode(200);

        assertThat(foundBy("frohlich " + own)).isEmpty();
        assertThat(foundBy("ernst " + own)).containsExactly("Ernst " + own);
    }

    private static List<String> foundBy(String query) {
        return given().queryParam("query", query).get("/api/ticketing/events").then().statusCode(200).extract()
                .path("items.title");
    }

    private static String publish(Organizer admin, String organization, String venue, String name, int day, int amount,
            String genre) {
        var event = admin.event(organization, venue, admin.plan(organization, venue, Organizer.plan(4)),
                Map.of("title", name + " " + word, "genre", genre,
                        "startsAt", FIRST.plus(Duration.ofDays(day)).toString(),
                        "prices", List.of(Map.of("category", "Standard", "amount", amount))));
        admin.publish(event);
        return event;
    }

    private static List<String> search(String query) {
        var words = query.startsWith("query=") ? query + " " + word : "query=" + word + "&" + query;
        return titles(given().get("/api/ticketing/events?" + words).then().statusCode(200)
                .extract().path("items.title"));
    }

    private static List<String> titles(List<String> titles) {
        return titles.stream().map(title -> title.replace(" " + word, "")).toList();
    }
}
