package ticketing.testing;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import contract.proof.KeyProof;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A fan's browser without the browser: a key, and the calls of the contract. */
public final class Browser {

    private final ECKey key;
    private String session;

    public Browser() {
        try {
            this.key = new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String session() {
        return session;
    }

    public static String address() {
        return "http://localhost:" + RestAssured.port;
    }

    public Response exchange(String token) {
        return exchange(token, proof("POST", "/api/ticketing/admissions", token));
    }

    public Response exchange(String token, String proof) {
        var request = request();
        if (proof != null) {
            request.header("DPoP", proof);
        }
        return remember(request.body(Map.of("token", token)).post("/api/ticketing/admissions"));
    }

    public Response exchangeUnderKey(String token, String idempotencyKey) {
        var path = "/api/ticketing/admissions";
        return remember(request().header("DPoP", proof("POST", path, token)).header("Idempotency-Key", idempotencyKey)
                .body(Map.of("token", token)).post(path));
    }

    public Response enter(String event) {
        return remember(request().body(Map.of("eventId", event, "key", key.toPublicJWK().toJSONObject()))
                .post("/api/ticketing/admissions"));
    }

    /** Takes over the seats that are offered to somebody in a waiting list. */
    public Response claim(String entry, String secret) {
        return remember(request().header("Authorization", "Bearer " + secret)
                .body(Map.of("key", key.toPublicJWK().toJSONObject()))
                .post("/api/ticketing/waiting-list/" + entry + "/claim"));
    }

    public Response hold(String event, Map<String, Object> wish) {
        return proven("POST", "/api/ticketing/events/" + event + "/holds").body(wish)
                .post("/api/ticketing/events/" + event + "/holds");
    }

    public Response hold(String event, String... seats) {
        return hold(event, Map.of("seats", java.util.List.of(seats)));
    }

    public Response order(String hold, String paymentToken) {
        return order(hold, paymentToken, UUID.randomUUID().toString());
    }

    public Response order(String hold, String paymentToken, String idempotencyKey) {
        return order(hold, paymentToken, idempotencyKey,
                thumbprint().toLowerCase(java.util.Locale.ROOT) + "@example.org");
    }

    public Response order(String hold, String paymentToken, String idempotencyKey, String email) {
        return order(hold, idempotencyKey, Map.of("buyer", Map.of("name", "Fan", "email", email), "payment",
                Map.of("method", "demo", "token", paymentToken)));
    }

    /** Says who comes, by seat. */
    public Response orderFor(String hold, Map<String, String> attendees) {
        return order(hold, UUID.randomUUID().toString(), Map.of("buyer",
                Map.of("name", "Fan", "email", thumbprint().toLowerCase(java.util.Locale.ROOT) + "@example.org"),
                "payment", Map.of("method", "demo", "token", "ok"), "attendees", attendees.entrySet().stream()
                        .map(comes -> Map.of("seat", comes.getKey(), "name", comes.getValue())).toList()));
    }

    private Response order(String hold, String idempotencyKey, Map<String, Object> body) {
        var path = "/api/ticketing/holds/" + hold + "/order";
        return proven("POST", path).header("Idempotency-Key", idempotencyKey).body(body).post(path);
    }

    public static Response read(Response order, String document) {
        return given().baseUri(address()).header("Authorization", "Bearer " + order.path("secret"))
                .get("/api/ticketing/orders/" + order.path("code") + document);
    }

    public RequestSpecification proven(String method, String path) {
        return request().header("Authorization", "DPoP " + session).header("DPoP", proof(method, path, session));
    }

    /** With the session as header and no proof. */
    public RequestSpecification withSession() {
        return request().header("Authorization", "DPoP " + session);
    }

    public RequestSpecification request() {
        return given().baseUri(address()).contentType(ContentType.JSON);
    }

    public String proof(String method, String path, String secret) {
        return proof(method, path, secret, Instant.now());
    }

    public String proof(String method, String path, String secret, Instant issuedAt) {
        var claims = new JWTClaimsSet.Builder().claim("htm", method).claim("htu", address() + path)
                .issueTime(Date.from(issuedAt)).jwtID(UUID.randomUUID().toString())
                .claim("ath", KeyProof.digest(secret));
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

    private Response remember(Response response) {
        if (response.statusCode() == 201) {
            session = response.path("session");
        }
        return response;
    }
}
