package ticketing.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.database.OwnerDatabase;

@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
class PageResourceIT {

    private static final String CONCERT = """
            INSERT INTO organization (id, name, created_at) VALUES ('page-org', 'Pages', now()) ON CONFLICT DO NOTHING;
            INSERT INTO venue (id, organization_id, name, address, city, country, timezone, created_at)
            VALUES ('page-venue', 'page-org', 'Kammer', 'Ring 1', 'Wien', 'AT', 'Europe/Vienna', now())
                ON CONFLICT DO NOTHING;
            INSERT INTO seating_plan (id, organization_id, venue_id, name, source, geometry, seats, areas, created_at)
            VALUES ('page-plan', 'page-org', 'page-venue', 'Plan', '{}', '{}', 0, 0, now()) ON CONFLICT DO NOTHING;
            INSERT INTO event (id, organization_id, venue_id, plan_id, title, description, genre, starts_at, gated,
                   currency, sales_from, sales_until, hold_seconds, max_seats_per_order, max_seats_per_buyer, state,
                   created_at)
            SELECT id, 'page-org', 'page-venue', 'page-plan', 'Night & </script> Day', 'Quiet.', 'jazz',
                   '2031-07-01T18:30:00Z', false, 'EUR', now(), '2031-07-01T18:30:00Z', 600, 6, 6, state, now()
              FROM (VALUES ('page-event', 'PUBLISHED'), ('page-draft', 'DRAFT')) AS made (id, state)
                ON CONFLICT DO NOTHING;
            INSERT INTO price_category (event_id, id, name, color, amount, position)
            VALUES ('page-event', 'near', 'Near', '#112233', 4950, 0), ('page-event', 'far', 'Far', '#445566', 2900, 1)
                ON CONFLICT DO NOTHING;
            """;

    @Inject
    OwnerDatabase database;

    @BeforeEach
    void aPublishedConcertAndADraft() {
        database.get().update(CONCERT);
    }

    @Test
    void theEventPageSaysWhenWhereAndHowMuchBeforeAnyScript() {
        given().get("/events/page-event").then().statusCode(200).contentType("text/html")
                .body(containsString("Tuesday, 1 July 2031, 20:30"))
                .body(containsString("Kammer, Ring 1, Wien"))
                .body(containsString("€29.00 to €49.50"));
    }

    /** The address wins over what was chosen before, and that over what the browser prefers. */
    @Test
    void pagesSpeakTheLanguageThatIsWanted() {
        given().header("Accept-Language", "fr, de-AT;q=0.9, en;q=0.8").get("/events/page-event").then()
                .header("Content-Language", "de").header("Vary", containsString("Accept-Language"))
                .body(containsString("<html lang=\"de\">"))
                .body(containsString("Dienstag, 1. Juli 2031, 20:30"))
                .body(containsString("29,00\u00a0€ bis 49,50\u00a0€"));
        given().header("Accept-Language", "de").cookie("language", "en").get("/").then()
                .body(containsString("<html lang=\"en\">"));
        given().cookie("language", "en").get("/?lang=de").then().body(containsString("<html lang=\"de\">"))
                .header("Set-Cookie", containsString("language=de"));
        given().header("Accept-Language", "*;q=x").cookie("language", "xx").get("/?lang=<b>").then().statusCode(200)
                .body(containsString("<html lang=\"en\">"));
    }

    @Test
    void whatOthersReadOfAConcertHasItsWholeAddress() {
        var page = "http://localhost:8080/events/page-event";
        given().get("/events/page-event").then()
                .body(containsString("<link rel=\"canonical\" href=\"" + page + "\">"))
                .body(containsString("<meta property=\"og:url\" content=\"" + page + "\">"))
                .body(containsString(
                        "<meta property=\"og:description\" content=\"Tuesday, 1 July 2031, 20:30 · Kammer"))
                .body(containsString("\"url\":\"" + page + "\""));
        given().get("/sitemap.xml").then().statusCode(200).body(containsString("<loc>" + page + "</loc>"))
                .body(not(containsString("page-draft")));
        given().get("/robots.txt").then().statusCode(200)
                .body(containsString("Sitemap: http://localhost:8080/sitemap.xml"));
    }

    @Test
    void calendarsFollowTheConcerts() {
        given().get("/events/page-event/calendar.ics").then().statusCode(200).contentType("text/calendar")
                .body(containsString("DTSTART:20310701T183000Z")).body(containsString("STATUS:CONFIRMED"));
        given().get("/events.ics").then().statusCode(200).body(containsString("BEGIN:VCALENDAR"));
        given().get("/events/page-draft/calendar.ics").then().statusCode(404);
    }

    @Test
    void noTitleEndsTheStructuredDataEarly() {
        given().get("/events/page-event").then()
                .body(containsString("\"startDate\":\"2031-07-01T20:30:00+02:00\""))
                .body(containsString("Night &amp; &lt;/script&gt; Day"))
                .body(containsString("Night \\u0026 \\u003c/script> Day"))
                .body(not(containsString("</script> Day")));
    }

    @Test
    void scriptsComeFromHereOnly() {
        given().get("/").then().statusCode(200)
                .header("Content-Security-Policy",
                        allOf(containsString("script-src 'self'"), not(containsString("unsafe"))))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .body(containsString("/static/bundle/app-"));
    }

    @Test
    void draftsAndUnknownConcertsGetAPageThatSaysSo() {
        for (var path : new String[]{ "/events/page-draft", "/events/no-such", "/orders/no%20such" }) {
            given().get(path).then().statusCode(404).contentType("text/html")
                    .body(containsString("See all concerts"));
        }
    }

    @Test
    void theOrderPageIsTheSameWhetherTheOrderExistsOrNot() {
        given().get("/orders/ABCD-1234").then().statusCode(200).body(containsString("code=\"ABCD-1234\""));
    }
}
