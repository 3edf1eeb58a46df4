package botdefense.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipInputStream;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;

/** What is handed to somebody who asks for reasons. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@TestSecurity(user = "admin", roles = "admin")
class EvidenceIT {

    private static final String EVIDENCE = "/api/waiting-room/defense/evidence";

    @Test
    void aBundleHoldsTheDecisionItsPolicyAndTheAuditToTheChainsHead() throws Exception {
        var reference = decision();

        var document = given().accept(ContentType.JSON).get(EVIDENCE + "?reference=" + reference).then()
                .statusCode(200).body("decisions.reference", hasItem(reference))
                .body("policies.version", hasItem(1)).body("audit.chain.whole", equalTo(true))
                .extract().jsonPath();
        assertThat(document.getString("audit.entries[-1].hash")).isEqualTo(document.getString("audit.chain.head"));
        assertThat(document.getString("audit.entries[-1].action")).as("that it was handed out").isEqualTo(
                "evidence-exported");

        var files = unzip(given().accept("application/zip").get(EVIDENCE + "?reference=" + reference).then()
                .statusCode(200).extract().asByteArray());
        assertThat(files).containsOnlyKeys("decisions.json", "policies.json", "audit.json", "manifest.json");
        var manifest = JsonPath.from(new String(files.get("manifest.json")));
        for (var name : new String[]{ "decisions.json", "policies.json", "audit.json" }) {
            var digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(files.get(name)));
            assertThat(manifest.getMap("sha256")).containsEntry(name, digest);
        }
    }

    @Test
    void aSpanOfTimeIsOneToo() throws Exception {
        var reference = decision();

        given().accept(ContentType.JSON).get(EVIDENCE + "?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z").then()
                .statusCode(200).body("decisions.reference", hasItem(reference));
        given().get(EVIDENCE + "?reference=NOSUCHTHING0").then().statusCode(404)
                .body("code", equalTo("unknown-decision"));
        given().get(EVIDENCE).then().statusCode(400).body("code", equalTo("malformed-parameter"));
        given().get(EVIDENCE + "?from=2020-01-01T00:00:00Z&to=2020-01-01T00:00:00Z").then().statusCode(400);
    }

    /** Kept before the client has its answer on its way, but not for sure. */
    private static String decision() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONObject();
        String reference = given().header("X-Forwarded-For", "203.0.113.230")
                .header("User-Agent", "ExampleBot/1.0 (+http://example.org/bot.html)").contentType(ContentType.JSON)
                .body(Map.of("key", key)).post("/api/probe/release/new-place").then().statusCode(403).extract()
                .path("reference");
        var deadline = System.nanoTime() + java.time.Duration.ofSeconds(60).toNanos();
        while (given().get("/api/waiting-room/defense/decisions/" + reference).statusCode() != 200) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
        return reference;
    }

    private static Map<String, byte[]> unzip(byte[] file) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
