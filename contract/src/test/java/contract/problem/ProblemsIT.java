package contract.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E1: every error of every address under /api is a problem document; pages answer pages. */
@QuarkusTest
class ProblemsIT {

    private static final String GOOD = """
            {"name": "a", "count": 1, "at": "2026-11-23T07:00:00Z", "lines": [{"seat": "A-1"}], "kind": "ONE"}
            """;

    @TestHTTPResource("/api/probe")
    URI probe;

    @Test
    void goodBodyIsReadAndTimesHaveMilliseconds() {
        post(GOOD).statusCode(200).body("at", equalTo("2026-11-23T07:00:00.000Z"));
    }

    @ParameterizedTest
    @CsvSource({ "/api/nothing", "/api/probe/nothing", "/api", "/api/waiting-room/x/y" })
    void unknownPathIsNotFound(String path) {
        problem(given().get(path).then(), 404, "not-found").body("instance", equalTo(path));
    }

    @Test
    void unknownPageIsAPage() {
        given().get("/nothing").then().statusCode(404).contentType(ContentType.HTML);
    }

    @Test
    void problemOfAPageIsAPageAndEscaped() {
        given().get("/page/1").then().statusCode(404).contentType(ContentType.HTML)
                .body(containsString("No &lt;such> event".replace(">", "&gt;")));
    }

    @Test
    void staticFileIsServed() {
        given().get("/hello.txt").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/api/probe|POST",
            "/api/probe/items/0f7ad9b8-6a5c-4f39-9f4e-4c6d3e1c1a11|GET, HEAD",
            "/api/probe/shared|GET, HEAD, PUT" })
    void otherMethodIsRefusedAndTheRightOnesAreNamed(String path, String allowed) {
        problem(given().delete(path).then(), 405, "method-not-allowed").header("Allow", allowed);
    }

    @Test
    void otherAcceptIsRefused() {
        problem(given().contentType(ContentType.JSON).accept("image/png").body(GOOD).post("/api/probe").then(), 406,
                "not-acceptable");
    }

    @Test
    void otherContentTypeIsRefused() {
        problem(given().contentType(ContentType.TEXT).body(GOOD).post("/api/probe").then(), 415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{", "{\"name\": }", "nonsense", "{} {}",
            "{\"name\": \"a\", \"name\": \"b\"}" })
    void whatIsNotJsonIsMalformed(String body) {
        problem(post(body), 400, "malformed-json");
    }

    @Test
    void missingBodyIsInvalid() {
        problem(post(""), 400, "invalid");
    }

    @Test
    void bodyOfUndeclaredLengthIsRead() throws Exception {
        var answer = postOfUndeclaredLength(GOOD);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void malformedJsonNamesThePlace() {
        problem(post("{\"name\": \"a\",\n  nonsense}"), 400, "malformed-json").body("line", equalTo(2));
    }

    @Test
    void unknownFieldIsRefusedByName() {
        problem(post(GOOD.replace("\"seat\"", "\"chair\"")), 400, "unknown-field")
                .body("at", equalTo("/lines/0/chair"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"count\": 1|\"count\": \"many\"|/count",
            "\"count\": 1|\"count\": 1.5|/count",
            "\"count\": 1|\"count\": \"1\"|/count",
            "\"name\": \"a\"|\"name\": 5|/name",
            "\"name\": \"a\"|\"name\": {}|/name",
            "2026-11-23T07:00:00Z|tomorrow|/at",
            "\"ONE\"|\"THREE\"|/kind",
            "[{\"seat\": \"A-1\"}]|7|/lines" })
    void valueOfAnotherTypeIsInvalid(String good, String bad, String at) {
        problem(post(GOOD.replace(good, bad)), 400, "invalid").body("violations.at", hasItem(at));
    }

    @Test
    void arrayInsteadOfAnObjectIsInvalid() {
        problem(post("[]"), 400, "invalid");
    }

    @Test
    void brokenConstraintsAreListed() {
        problem(post(GOOD.replace("\"a\"", "\" \"").replace("A-1", "")), 400, "invalid")
                .body("violations.at", equalTo(Arrays.asList("/lines/0/seat", "/name")));
    }

    @Test
    void malformedQueryIsMalformedAndMalformedPathUnknown() {
        var id = "/api/probe/items/0f7ad9b8-6a5c-4f39-9f4e-4c6d3e1c1a11";

        problem(given().get(id + "?limit=many").then(), 400, "malformed-parameter");
        problem(given().get("/api/probe/items/nothing?limit=5").then(), 404, "not-found");
        problem(given().get(id + "?limit=201").then(), 400, "invalid").body("violations.at", hasItem("limit"));
    }

    @Test
    void internalErrorSaysNothingOfItself() {
        problem(given().get("/api/probe/broken").then(), 500, "internal-error")
                .body(not(containsString("secret"))).body(not(containsString("Exception")));
    }

    @Test
    void bareStatusGetsItsProblem() {
        problem(given().get("/api/probe/bare").then(), 503, "unavailable").header("Retry-After", "5");
    }

    @Test
    void anonymousIsNotAuthenticated() {
        problem(given().get("/api/probe/staff").then(), 401, "not-authenticated")
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void forbiddenIsNotAllowed() {
        problem(given().get("/api/probe/forbidden").then(), 403, "not-allowed").body(not(containsString("secret")));
    }

    @ParameterizedTest
    @CsvSource({ "problem", "thrown" })
    void ownProblemGetsItsInstance(String how) {
        problem(given().get("/api/probe/" + how).then(), 409, "seats-taken")
                .body("instance", equalTo("/api/probe/" + how));
    }

    @Test
    void ownMembersStay() {
        given().get("/api/probe/problem").then().body("seats", hasItem("A-1"));
    }

    @Test
    void largeBodyIsTooLargeUnlessTheAddressTakesIt() {
        var large = "{\"name\": \"" + "x".repeat(1_500_000) + "\"}";

        problem(post(large), 413, "too-large");
        given().contentType(ContentType.JSON).body(large).post("/api/probe/plans").then().statusCode(204);
        problem(given().contentType(ContentType.JSON).body(large + large).post("/api/probe/plans").then(), 413,
                "too-large");
    }

    @Test
    void largeBodyOfUndeclaredLengthIsTooLarge() throws Exception {
        var answer = postOfUndeclaredLength("{\"name\": \"" + "x".repeat(1_500_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("too-large");
    }

    private HttpResponse<String> postOfUndeclaredLength(String body) throws Exception {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(probe)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(bytes)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/probe").then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", notNullValue());
    }
}
