package e2e;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The letters that arrived on this machine. */
record Inbox(Stack stack) {

    static Inbox of(Stack stack) {
        return new Inbox(stack);
    }

    /** Waits for a letter to that address with a link that has this part; the link. */
    String link(String email, String part) {
        var form = Pattern.compile("http\\S*" + Pattern.quote(part) + "\\S*");
        Await.until(Duration.ofSeconds(60), "a letter to " + email + " with " + part,
                () -> texts(email).anyMatch(text -> form.matcher(text).find()));
        return texts(email).flatMap(text -> form.matcher(text).results()).map(MatchResult::group).findFirst()
                .orElseThrow();
    }

    private Stream<String> texts(String email) {
        var inbox = given().baseUri(stack.address().toString());
        return inbox.get("/inbox/messages?to=" + email).jsonPath().getList("items.id", String.class).stream()
                .map(id -> given().baseUri(stack.address().toString()).get("/inbox/messages/" + id).path("text"));
    }
}
