package waitingroom.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;

/** The queue page as it is sent, before any script runs. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class QueuePageIT {

    @ParameterizedTest
    @CsvSource({ "en, One moment", "de, Einen Moment", "fr, Un instant", "es, Un momento", "uk, Хвилинку" })
    void onlyTheChosenLanguageIsSent(String language, String greeting) {
        var page = page("nowhere", language);

        page.then().header("Content-Language", language).header("Vary", containsString("Accept-Language"))
                .body(containsString("<html lang=\"" + language + "\">"));
        for (var other : Language.all()) {
            var loading = Words.of(other).ofPage("loading.text").orElseThrow();
            assertThat(page.asString().contains(loading)).as(other.ownName()).isEqualTo(other.tag().equals(language));
        }
        assertThat(page.asString()).contains("<h2 id=\"heading\">" + greeting).doesNotContain("{{");
    }

    @ParameterizedTest
    @EnumSource
    void theWholePageWeighsLessThanThirtyKilobytesInEveryLanguage(Language language) {
        var event = "of-acme-" + UUID.randomUUID();
        Room.open(
                Map.of("eventId", event, "title", "x".repeat(200), "brandName", "y".repeat(80), "brandColor", "#ffcc00",
                        "brandLogo", "/logo.svg"));
        var page = pageOnceItSays("yyy", event, language.tag());
        var files = Pattern.compile("(?:src|href)=\"(/queue/[^\"]+)\"").matcher(page).results()
                .map(found -> found.group(1)).toList();

        var bytes = page.getBytes(StandardCharsets.UTF_8).length
                + files.stream().mapToInt(file -> given().get(file).asByteArray().length).sum();

        assertThat(files).hasSize(3);
        assertThat(bytes).as(language.ownName()).isBetween(10_000, 29_999);
    }

    @Test
    void wordsThatFewNeedAreFetchedWhenOneDoes() {
        given().get("/queue/words/uk").then().statusCode(200).body("'more.check'", equalTo("Перевірити моє місце"));
        given().get("/queue/words/xx").then().statusCode(404);
    }

    @Test
    void theOrganizersNameColorAndLogoStandOnThePageBeforeItsScript() {
        var event = "of-acme-" + UUID.randomUUID();
        Room.open(Map.of("eventId", event, "title", "Tom & <Jerry>", "brandName", "Kanal \"Concerts\"", "brandColor",
                "#FFCC00",
                "brandLogo", "https://img.example.org:8443/logo.svg?a=1&b=2"));

        assertThat(pageOnceItSays("Kanal", event, "en")).contains("<h1 id=\"event\">Tom &amp; &lt;Jerry&gt;</h1>",
                "Kanal &quot;Concerts&quot;", "href=\"/queue/brand/FFCC00.css\"",
                "<img src=\"https://img.example.org:8443/logo.svg?a=1&amp;b=2\" alt=\"\"");
        page(event, "en").then().header("Content-Security-Policy",
                containsString("img-src 'self' data: https://img.example.org:8443;"));
        given().get("/queue/brand/FFCC00.css").then().statusCode(200).contentType(startsWith("text/css"))
                .body(containsString("--accent:"));
        given().get("/queue/brand/nothex.css").then().statusCode(404);
        given().get("/api/waiting-room/releases?event=" + event).then()
                .body("items[0].brand.name", equalTo("Kanal \"Concerts\""))
                .body("items[0].brand.color", equalTo("#FFCC00"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://img.example.org/logo.png", "//img.example.org/logo.png", "javascript:alert(1)",
            "https://a.example; script-src *//x", "https://a@b.example/x", "data:image/png;base64,AA", "/x\"y" })
    void aLogoThatCouldDoHarmIsRefused(String logo) {
        Room.put("release-" + UUID.randomUUID(), Map.of("brandLogo", logo)).then().statusCode(400)
                .body("violations[0].at", containsString("brandLogo"));
    }

    @Test
    void aColorIsSixHexDigits() {
        Room.put("release-" + UUID.randomUUID(), Map.of("brandColor", "red;}")).then().statusCode(400)
                .body("violations[0].at", containsString("brandColor"));
        page("nowhere", "en").then().body(not(containsString("/queue/brand/")));
    }

    /** What was just planned may take a moment until it is known everywhere. */
    private static String pageOnceItSays(String word, String event, String language) {
        var page = new AtomicReference<String>();
        Room.await("the page of the release", () -> {
            page.set(page(event, language).asString());
            return page.get().contains(word);
        });
        return page.get();
    }

    private static Response page(String event, String language) {
        return given().header("Accept-Language", language).get("/queue/" + event);
    }
}
