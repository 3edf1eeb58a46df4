package e2e;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * One fan's browser without the browser: a key, a cookie jar, and the calls of the HTTP contract in their order. A fan
 * is used by one thread at a time.
 */
final class Fan {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STATUS_STEP = Duration.ofMillis(500);
    private static final Set<Integer> WAIT = Set.of(202, 425, 429, 503);

    private final URI address;
    private final ECKey key;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String session;

    Fan(Stack stack) {
        this.address = stack.address();
        try {
            this.key = new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One call of the join: the first gives the cookie, the next with it the place. */
    Response joinOnce(String release) {
        return remember(request().body(Map.of("key", key.toPublicJWK().toJSONObject()))
                .post("/api/waiting-room/releases/{release}/visitors", release));
    }

    /** Joins in the two steps the contract asks for, keeping to every pause it asks for; the visitor's document. */
    Response join(String release) {
        return patiently(() -> joinOnce(release));
    }

    Response me(String release) {
        return patiently(() -> remember(request().get("/api/waiting-room/releases/{release}/visitors/me", release)));
    }

    Response status(String release) {
        return patiently(() -> remember(request().get("/api/waiting-room/releases/{release}/status", release)));
    }

    Response claimOnce(String release) {
        var path = "/api/waiting-room/releases/" + release + "/visitors/me/admission";
        return remember(request().header("DPoP", proof("POST", path, null)).post(path));
    }

    /** Waits until the status shows the fan's place as called, claims, and returns the admission token. */
    String claim(String release, int place) {
        Await.until(PATIENCE, STATUS_STEP, "place " + place + " is called",
                () -> status(release).jsonPath().getInt("serving") >= place);
        var answer = patiently(() -> claimOnce(release));
        answer.then().statusCode(201);
        return answer.path("token");
    }

    /** Exchanges the admission token for a shopping session, which this fan then uses. */
    Response exchange(String token) {
        return exchange(token, UUID.randomUUID().toString());
    }

    /** The same, under a key that brings the same session again should the answer get lost. */
    Response exchange(String token, String idempotencyKey) {
        var path = "/api/ticketing/admissions";
        return keepSession(remember(request().header("DPoP", proof("POST", path, token))
                .header("Idempotency-Key", idempotencyKey).body(Map.of("token", token)).post(path)));
    }

    /** A session for an event that is not gated, bound to this fan's key. */
    Response enter(String event) {
        return keepSession(remember(request()
                .body(Map.of("eventId", event, "key", key.toPublicJWK().toJSONObject()))
                .post("/api/ticketing/admissions")));
    }

    Response hold(String event, List<String> seats) {
        var path = "/api/ticketing/events/" + event + "/holds";
        return remember(proven("POST", path).body(Map.of("seats", seats)).post(path));
    }

    Response order(String hold, String paymentToken, String idempotencyKey) {
        var path = "/api/ticketing/holds/" + hold + "/order";
        return remember(proven("POST", path).header("Idempotency-Key", idempotencyKey)
                .body(Map.of("buyer", Map.of("name", "Fan", "email", "fan-" + key.hashCode() + "@example.org"),
                        "payment", Map.of("method", "demo", "token", paymentToken)))
                .post(path));
    }

    /** Pays for a hold, and asks again under the same key while there is too much going on. */
    Response order(String hold) {
        var key = UUID.randomUUID().toString();
        return patiently(() -> order(hold, "ok", key));
    }

    /** The whole way to a session for a gated event. */
    void passTheQueue(String release) {
        var visitor = join(release);
        visitor.then().statusCode(org.hamcrest.Matchers.oneOf(200, 201));
        passFrom(visitor.jsonPath().getInt("place"), release);
    }

    /** The rest of that way for a fan who has a place. */
    void passFrom(int place, String release) {
        var token = claim(release, place);
        var entry = UUID.randomUUID().toString();
        patiently(() -> exchange(token, entry)).then().statusCode(201);
    }

    /** What the bot defense knows this fan's key by. */
    String device() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    String session() {
        return session;
    }

    RequestSpecification request() {
        return given().baseUri(address.toString()).cookies(cookies).contentType(ContentType.JSON)
                .header("Origin", address.toString());
    }

    private RequestSpecification proven(String method, String path) {
        var request = request();
        return session == null ? request : request.header("DPoP", proof(method, path, session));
    }

    /** An RFC 9449 proof of this fan's key for one request; {@code secret} is what {@code ath} covers, or null. */
    String proof(String method, String path, String secret) {
        var claims = new JWTClaimsSet.Builder().claim("htm", method).claim("htu", address + path)
                .issueTime(Date.from(Instant.now())).jwtID(UUID.randomUUID().toString());
        if (secret != null) {
            claims.claim("ath", sha256(secret));
        }
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK()).build();
        try {
            var proof = new SignedJWT(header, claims.build());
            proof.sign(new ECDSASigner(key));
            return proof.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response keepSession(Response response) {
        if (response.statusCode() == 201) {
            session = response.path("session");
        }
        return response;
    }

    private Response remember(Response response) {
        cookies.putAll(response.cookies());
        return response;
    }

    /** Asks again, after every pause it is asked to make, until the answer is not to wait. */
    static Response patiently(Supplier<Response> request) {
        var answer = request.get();
        var deadline = Instant.now().plus(PATIENCE);
        while (WAIT.contains(answer.statusCode())) {
            checkPatience(deadline, answer);
            Await.pause(pauseAskedBy(answer));
            answer = request.get();
        }
        return answer;
    }

    private static Duration pauseAskedBy(Response response) {
        var header = response.header("Retry-After");
        if (header != null) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        Integer millis = response.path("retryAfterMillis");
        return Duration.ofMillis(millis == null ? 500 : millis + 20L);
    }

    private static void checkPatience(Instant deadline, Response last) {
        if (Instant.now().isAfter(deadline)) {
            throw new AssertionError("still told to wait: " + last.statusCode() + " " + last.asString());
        }
    }

    private static String sha256(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return Base64URL.encode(digest).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
