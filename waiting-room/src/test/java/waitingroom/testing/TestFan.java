package waitingroom.testing;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
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
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** One fan's browser without the browser: a key, a cookie jar and the calls of the contract. */
public final class TestFan {

    private final ECKey key;
    private final Map<String, String> cookies = new HashMap<>();

    public TestFan() {
        this(newKey());
    }

    public TestFan(ECKey key) {
        this.key = key;
    }

    public ECKey key() {
        return key;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public RequestSpecification request() {
        return given().cookies(cookies).contentType(ContentType.JSON)
                .header("Origin", RestAssured.baseURI + ":" + RestAssured.port);
    }

    public static String path(String release) {
        return "/api/waiting-room/releases/" + release + "/visitors";
    }

    public Response joinOnce(String release) {
        return joinOnce(release, Map.of());
    }

    /** @param more what the request says beside the key */
    public Response joinOnce(String release, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("key", key.toPublicJWK().toJSONObject());
        return keep(request().body(body).post(path(release)));
    }

    /** Both steps, with the pause in between that the first one asks for. */
    public Response join(String release) {
        var first = joinOnce(release);
        if (first.statusCode() != 202) {
            return first;
        }
        Room.pause(Duration.ofMillis(first.jsonPath().getLong("retryAfterMillis")));
        return joinOnce(release);
    }

    /** The first step for all of them and one pause, after which each may take the second. */
    public static void arrive(String release, TestFan... fans) {
        for (var fan : fans) {
            fan.joinOnce(release).then().statusCode(202);
        }
        Room.pause(Duration.ofMillis(1_300));
    }

    public Response me(String release) {
        return request().get(path(release) + "/me");
    }

    public Response leave(String release) {
        return request().delete(path(release) + "/me");
    }

    public Response claim(String release) {
        var path = path(release) + "/me/admission";
        return request().header("DPoP", proof("POST", path, Instant.now())).post(path);
    }

    /** Claims as long as the gate asks for patience. */
    public Response claimPatiently(String release) {
        var answer = claim(release);
        while (answer.statusCode() == 202) {
            Room.pause(Duration.ofMillis(answer.jsonPath().getLong("retryAfterMillis")));
            answer = claim(release);
        }
        return answer;
    }

    public String proof(String method, String path, Instant issuedAt) {
        var claims = new JWTClaimsSet.Builder().claim("htm", method)
                .claim("htu", RestAssured.baseURI + ":" + RestAssured.port + path)
                .issueTime(Date.from(issuedAt)).jwtID(UUID.randomUUID().toString()).build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK()).build();
        try {
            var proof = new SignedJWT(header, claims);
            proof.sign(new ECDSASigner(key));
            return proof.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response keep(Response response) {
        cookies.putAll(response.cookies());
        return response;
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
