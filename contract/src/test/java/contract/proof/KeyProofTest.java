package contract.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyProofTest {

    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    private static final URI URL = URI.create("http://localhost:8080/api/ticketing/admissions");
    private static final String HTU = URL.toString();
    private static final ECKey KEY = generate(Curve.P_256);

    @Test
    void goodProofNamesTheKeyAndTheJti() throws JOSEException {
        var outcome = check(proof(HTU, NOW));

        assertThat(outcome)
                .isEqualTo(new ProofOutcome.Proven(KEY.computeThumbprint().toString(), "jti-1", NOW));
    }

    @Test
    void missingHeaderIsRefused() {
        assertRefused(null);
    }

    @Test
    void twoProofsInOneHeaderAreRefused() {
        var proof = proof(HTU, NOW);

        assertRefused(proof + "," + proof);
        assertRefused(proof + ", " + proof);
    }

    @ParameterizedTest
    @ValueSource(longs = { -60, -1, 0, 5 })
    void proofOfNowIsGood(long seconds) {
        assertThat(check(proof(HTU, NOW.plusSeconds(seconds)))).isInstanceOf(ProofOutcome.Proven.class);
    }

    @ParameterizedTest
    @ValueSource(longs = { -3600, -61, 6, 3600 })
    void staleOrFutureProofIsRefused(long seconds) {
        assertRefused(proof(HTU, NOW.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "HTTP://LOCALHOST:8080/api/ticketing/admissions",
            "http://localhost:8080/api/./ticketing/x/../admissions",
            "http://localhost:8080/api/%74icketing/admissions",
            "http://localhost:8080/api/ticketing/admissions?a=b#c" })
    void otherSpellingsOfTheAddressAreTheSame(String htu) {
        assertThat(check(proof(htu, NOW))).isInstanceOf(ProofOutcome.Proven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://localhost:8080/api/ticketing/admissions",
            "http://localhost/api/ticketing/admissions",
            "http://127.0.0.1:8080/api/ticketing/admissions",
            "http://localhost:8080/api/ticketing/admissions/",
            "http://localhost:8080/api/ticketing%2Fadmissions",
            "http://user@localhost:8080/api/ticketing/admissions",
            "/api/ticketing/admissions",
            "not an address" })
    void otherAddressIsRefused(String htu) {
        assertRefused(proof(htu, NOW));
    }

    @ParameterizedTest
    @CsvSource({
            "https://shop.example/a, https://shop.example:443/a",
            "https://shop.example:443/a, https://shop.example/a",
            "http://shop.example:80/, http://shop.example",
            "http://shop.example, http://shop.example:80/" })
    void defaultPortAndEmptyPathAreTheSame(String htu, URI actual) {
        assertThat(KeyProof.check(proof(htu, NOW), "POST", actual, Optional.empty(), NOW))
                .isInstanceOf(ProofOutcome.Proven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "post", "PUT" })
    void otherMethodIsRefused(String method) {
        assertThat(KeyProof.check(proof(HTU, NOW), method, URL, Optional.empty(), NOW))
                .isInstanceOf(ProofOutcome.Refused.class);
    }

    @Test
    void boundSecretNeedsItsDigest() {
        var header = header(KEY.toPublicJWK().toJSONString());
        var good = sign(header, claims(HTU, NOW, ",\"ath\":\"" + KeyProof.digest("secret") + "\""));
        var other = sign(header, claims(HTU, NOW, ",\"ath\":\"" + KeyProof.digest("other") + "\""));

        assertThat(check(good, "secret")).isInstanceOf(ProofOutcome.Proven.class);
        assertThat(check(other, "secret")).isInstanceOf(ProofOutcome.Refused.class);
        assertThat(check(proof(HTU, NOW), "secret")).isInstanceOf(ProofOutcome.Refused.class);
    }

    @Test
    void digestIsThatOfTheStandard() {
        // RFC 9449, section 7.1: the access token and its ath.
        assertThat(KeyProof.digest("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"))
                .isEqualTo("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
    }

    @Test
    void privateKeyInTheProofIsRefused() {
        assertRefused(sign(header(KEY.toJSONString()), claims(HTU, NOW, "")));
    }

    @Test
    void otherKindsOfKeyAreRefused() throws JOSEException {
        var rsa = new RSAKeyGenerator(2048).generate().toPublicJWK().toJSONString();

        assertRefused(sign(header(generate(Curve.P_384).toPublicJWK().toJSONString()), claims(HTU, NOW, "")));
        assertRefused(sign(header(rsa), claims(HTU, NOW, "")));
        assertRefused(sign(header("{\"kty\":\"oct\",\"k\":\"AAAA\"}"), claims(HTU, NOW, "")));
        assertRefused(sign(header("\"text\""), claims(HTU, NOW, "")));
    }

    @Test
    void keyOfAnotherIsRefused() {
        assertRefused(sign(header(generate(Curve.P_256).toPublicJWK().toJSONString()), claims(HTU, NOW, "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "dpop+jwt|JWT",
            "dpop+jwt|admission+jwt",
            "ES256|none",
            "ES256|HS256",
            "ES256|RS256",
            "\"typ\"|\"typ\":\"JWT\",\"typ\"",
            "\"alg\":\"ES256\"|\"alg\":\"ES256\",\"alg\":\"ES256\"",
            "\"typ\"|\"crit\":[\"x\"],\"typ\"" })
    void otherHeaderIsRefused(String own, String other) {
        var header = header(KEY.toPublicJWK().toJSONString()).replace(own, other);

        assertRefused(sign(header, claims(HTU, NOW, "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"jti\":\"jti-1\"|\"other\":\"jti-1\"",
            "\"jti\":\"jti-1\"|\"jti\":\"\"",
            "\"jti\":\"jti-1\"|\"jti\":1",
            "\"htm\":\"POST\"|\"htm\":\"POST\",\"htm\":\"GET\"",
            "\"iat\"|\"issued\"" })
    void otherClaimIsRefused(String own, String other) {
        var claims = claims(HTU, NOW, "").replace(own, other);

        assertRefused(sign(header(KEY.toPublicJWK().toJSONString()), claims));
    }

    @Test
    void longJtiIsRefused() {
        var header = header(KEY.toPublicJWK().toJSONString());

        assertThat(check(sign(header, claims(HTU, NOW, "").replace("jti-1", "j".repeat(128)))))
                .isInstanceOf(ProofOutcome.Proven.class);
        assertRefused(sign(header, claims(HTU, NOW, "").replace("jti-1", "j".repeat(129))));
    }

    @Test
    void publicKeyIsReadWithWhatBrowsersPutBesideIt() {
        var jwk = Map.of("kty", "EC", "crv", "P-256", "x", KEY.getX().toString(), "y", KEY.getY().toString(),
                "ext", true, "key_ops", List.of("verify"));

        assertThat(PublicKeys.thumbprint(jwk)).hasValue(PublicKeys.thumbprint(KEY));
    }

    @Test
    void pointOffTheCurveIsNoKey() {
        var jwk = Map.of("kty", "EC", "crv", "P-256", "x", KEY.getY().toString(), "y", KEY.getX().toString());

        assertThat(PublicKeys.parse(jwk)).isEmpty();
        assertThat(PublicKeys.parse(Map.of("kty", "EC", "crv", "P-256", "x", 1, "y", 2))).isEmpty();
        assertThat(PublicKeys.parse(Map.of())).isEmpty();
        assertThat(PublicKeys.parse(null)).isEmpty();
    }

    private static String proof(String htu, Instant at) {
        return sign(header(KEY.toPublicJWK().toJSONString()), claims(htu, at, ""));
    }

    private static String header(String jwk) {
        return "{\"alg\":\"ES256\",\"typ\":\"dpop+jwt\",\"jwk\":" + jwk + "}";
    }

    private static String claims(String htu, Instant at, String more) {
        return "{\"jti\":\"jti-1\",\"htm\":\"POST\",\"htu\":\"%s\",\"iat\":%d%s}".formatted(htu, at.getEpochSecond(),
                more);
    }

    private static String sign(String header, String claims) {
        var signed = encode(header) + "." + encode(claims);
        try {
            var plain = new JWSHeader.Builder(JWSAlgorithm.ES256).build();
            return signed + "." + new ECDSASigner(KEY).sign(plain, signed.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static ProofOutcome check(String header) {
        return KeyProof.check(header, "POST", URL, Optional.empty(), NOW);
    }

    private static ProofOutcome check(String header, String secret) {
        return KeyProof.check(header, "POST", URL, Optional.of(secret), NOW);
    }

    private static void assertRefused(String header) {
        assertThat(check(header)).isInstanceOf(ProofOutcome.Refused.class);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ECKey generate(Curve curve) {
        try {
            return new ECKeyGenerator(curve).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
