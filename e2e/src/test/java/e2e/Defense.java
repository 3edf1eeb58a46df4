package e2e;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** An admin of the bot defense, who waits until the shop knows what was changed. */
final class Defense implements AutoCloseable {

    private static final String DEFENSE = "/api/waiting-room/defense";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(100);

    private final Stack stack;
    private final Organizer admin;

    Defense(Stack stack, Organizer admin) {
        this.stack = stack;
        this.admin = admin;
    }

    /** From which risk on an action meets which measure; 0 means everybody. */
    void ladders(Map<String, Map<String, Integer>> thresholds, ECKey somebody) {
        admin.staff().header("If-Match", "*").body(Map.of("thresholds", thresholds, "comment", "a browser test"))
                .put(DEFENSE + "/policy").then().statusCode(200);
        await("the shop asks for proof", () -> code(hold(somebody)).equals("challenge-required"));
    }

    void block(ECKey device) {
        admin.staff().body(Map.of("entry", thumbprint(device), "reason", "a browser test"))
                .post(DEFENSE + "/lists/block").then().statusCode(201);
        await("the shop refuses", () -> code(hold(device)).equals("denied"));
    }

    /** Says that the fan is right. */
    void grant(String reference, ECKey device) {
        admin.staff().body(Map.of("granted", true, "reason", "Sorry, that was us."))
                .post(DEFENSE + "/appeals/" + reference + "/answer").then().statusCode(200);
        await("the shop lets them on", () -> !code(hold(device)).equals("denied"));
    }

    /** What a hold by this key meets, as far as the defense goes: there is no such event, and nothing is proven. */
    private Response hold(ECKey device) {
        var header = "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + device.toPublicJWK().toJSONString() + "}";
        var proof = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
        return given().baseUri(stack.address().toString()).contentType(ContentType.JSON)
                .header("DPoP", proof + ".e30.AA").body(Map.of("seats", new String[]{ "S-1" }))
                .post("/api/ticketing/events/no-such-event/holds");
    }

    private static String code(Response response) {
        return String.valueOf(response.<String>path("code"));
    }

    private static String thumbprint(ECKey device) {
        try {
            return device.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey device(Object jwk) {
        try {
            return ECKey.parse((String) jwk);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, Callable<Boolean> holds) {
        Await.until(PATIENCE, STEP, what, holds);
    }

    /** The policy is the first again. */
    @Override
    public void close() {
        admin.staff().post(DEFENSE + "/policy/versions/1/activation").then().statusCode(200);
    }
}
