package contract.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W6: a token is verifiable offline, and nothing but the waiting room's own signature makes one. */
class AdmissionTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    private static final ECKey KEY = generate("key-1");
    private static final JWKSet KEYS = new JWKSet(KEY.toPublicJWK());
    private static final AdmissionToken TOKEN = new AdmissionToken("visitor", "jti-1", NOW, NOW.plusSeconds(300),
            NOW.plusSeconds(600), "spring", "event-1", 42, 1, 6, Optional.of("thumbprint"));

    @Test
    void whatWasSignedIsRead() {
        var jws = AdmissionTokens.sign(TOKEN, KEY);

        assertThat(AdmissionTokens.verify(jws, KEYS, NOW)).isEqualTo(new Verification.Valid(TOKEN));
    }

    @Test
    void tokenWithoutKeyIsReadAsSuch() {
        var unbound = new AdmissionToken("visitor", "jti-1", NOW, NOW.plusSeconds(300), NOW.plusSeconds(600),
                "spring", "event-1", 42, 1, 6, Optional.empty());

        assertThat(verify(AdmissionTokens.sign(unbound, KEY))).isEqualTo(new Verification.Valid(unbound));
    }

    @Test
    void validUntilTheLastMomentAndNotAtIt() {
        var jws = AdmissionTokens.sign(TOKEN, KEY);

        assertThat(AdmissionTokens.verify(jws, KEYS, TOKEN.expiresAt().minusMillis(1)))
                .isInstanceOf(Verification.Valid.class);
        assertThat(AdmissionTokens.verify(jws, KEYS, TOKEN.expiresAt()))
                .isEqualTo(new Verification.Expired(TOKEN.expiresAt()));
    }

    @Test
    void clockAFewSecondsBehindStillReadsAndMoreDoesNot() {
        var jws = AdmissionTokens.sign(TOKEN, KEY);

        assertThat(AdmissionTokens.verify(jws, KEYS, NOW.minusSeconds(5))).isInstanceOf(Verification.Valid.class);
        assertThat(AdmissionTokens.verify(jws, KEYS, NOW.minusSeconds(6))).isInstanceOf(Verification.Invalid.class);
    }

    @Test
    void keyOutsideTheSetIsUnknown() {
        var jws = AdmissionTokens.sign(TOKEN, generate("key-2"));

        assertThat(verify(jws)).isEqualTo(new Verification.UnknownKey("key-2"));
    }

    @Test
    void anotherKeyUnderTheSameNameIsInvalid() {
        assertInvalid(AdmissionTokens.sign(TOKEN, generate("key-1")));
    }

    @Test
    void everyTamperedCharacterIsInvalid() {
        var jws = AdmissionTokens.sign(TOKEN, KEY);

        for (var i = 0; i < jws.length(); i++) {
            var other = jws.charAt(i) == 'A' ? 'B' : 'A';
            var tampered = jws.substring(0, i) + other + jws.substring(i + 1);
            assertThat(verify(tampered)).as("character " + i).isNotInstanceOf(Verification.Valid.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ".", "..", "a.b", "a.b.c", "a.b.c.d", "e30.e30.", "e30.e30.e30" })
    void whatIsNoTokenIsInvalid(String text) {
        assertInvalid(text);
    }

    @Test
    void nullIsInvalid() {
        assertInvalid(null);
    }

    @Test
    void secondSpellingOfTheSameTokenIsInvalid() {
        var jws = AdmissionTokens.sign(TOKEN, KEY);

        assertInvalid(jws + "=");
        assertInvalid(jws + "\n");
        assertInvalid(" " + jws);
    }

    @Test
    void unsignedTokenIsInvalid() {
        var parts = AdmissionTokens.sign(TOKEN, KEY).split("\\.");
        var none = encode("{\"alg\":\"none\",\"kid\":\"key-1\",\"typ\":\"admission+jwt\"}");

        assertInvalid(none + "." + parts[1] + ".");
        assertInvalid(none + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void publicKeyUsedAsHmacSecretIsInvalid() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1")
                .type(new JOSEObjectType("admission+jwt")).build();
        var claims = new Payload(new Base64URL(AdmissionTokens.sign(TOKEN, KEY).split("\\.")[1]));
        for (var secret : new byte[][]{ KEY.toECPublicKey().getEncoded(),
                KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8) }) {
            var forged = new JWSObject(header, claims);
            forged.sign(new MACSigner(secret));

            assertInvalid(forged.serialize());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"typ\":\"admission+jwt\"|\"typ\":\"JWT\"",
            "\"typ\":\"admission+jwt\"|\"typ\":\"dpop+jwt\"",
            ",\"typ\":\"admission+jwt\"|''",
            "\"kid\":\"key-1\"|\"x\":\"y\"",
            "\"typ\"|\"crit\":[\"b64\"],\"b64\":false,\"typ\"",
            "\"typ\"|\"kid\":\"key-2\",\"typ\"" })
    void otherHeaderIsInvalid(String own, String other) {
        assertInvalid(forge(header -> header.replace(own, other), UnaryOperator.identity()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"iss\":\"waiting-room\"|\"iss\":\"someone\"",
            "\"aud\":\"ticketing-core\"|\"aud\":\"another\"",
            "\"aud\":\"ticketing-core\"|\"aud\":[]",
            "\"jti\":\"jti-1\"|\"jti\":\"\"",
            "\"jti\":\"jti-1\"|\"jti\":7",
            "\"seats\":6|\"seats\":-1",
            "\"seats\":6|\"seats\":\"6\"",
            "\"seats\":6|\"seats\":4294967302",
            "\"seats\":6|\"other\":6",
            "\"cnf\":{\"jkt\":\"thumbprint\"}|\"cnf\":{}",
            "\"cnf\":{\"jkt\":\"thumbprint\"}|\"cnf\":\"thumbprint\"",
            "\"place\":42|\"place\":42,\"place\":1" })
    void otherClaimIsInvalidEvenWellSigned(String own, String other) {
        assertInvalid(forge(UnaryOperator.identity(), claims -> claims.replace(own, other)));
    }

    @Test
    void listOfAudiencesMayNameTheCore() {
        var jws = forge(UnaryOperator.identity(),
                claims -> claims.replace("\"ticketing-core\"", "[\"x\",\"ticketing-core\"]"));

        assertThat(verify(jws)).isInstanceOf(Verification.Valid.class);
    }

    @Test
    void edwardsKeyIsVerifiedByItsOwnType() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var spki = pair.getPublic().getEncoded();
        var x = Base64URL.encode(Arrays.copyOfRange(spki, spki.length - 32, spki.length));
        var keys = new JWKSet(new OctetKeyPair.Builder(Curve.Ed25519, x).keyID("ed").build());
        var signed = encode("{\"alg\":\"EdDSA\",\"kid\":\"ed\",\"typ\":\"admission+jwt\"}") + "."
                + AdmissionTokens.sign(TOKEN, KEY).split("\\.")[1];
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(signed.getBytes(StandardCharsets.US_ASCII));
        var jws = signed + "." + Base64URL.encode(signer.sign());

        assertThat(AdmissionTokens.verify(jws, keys, NOW)).isEqualTo(new Verification.Valid(TOKEN));
        assertThat(AdmissionTokens.verify(jws.replace("ey", "e0"), keys, NOW))
                .isInstanceOf(Verification.Invalid.class);
    }

    /** Signed by the right key, but over another header and other claims. */
    private static String forge(UnaryOperator<String> header, UnaryOperator<String> claims) {
        var parts = AdmissionTokens.sign(TOKEN, KEY).split("\\.");
        var otherHeader = header.apply(new Base64URL(parts[0]).decodeToString());
        var signed = encode(otherHeader) + "." + encode(claims.apply(new Base64URL(parts[1]).decodeToString()));
        try {
            var plain = new JWSHeader.Builder(JWSAlgorithm.ES256).build();
            var signature = new ECDSASigner(KEY).sign(plain, signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + signature;
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static Verification verify(String jws) {
        return AdmissionTokens.verify(jws, KEYS, NOW);
    }

    private static void assertInvalid(String jws) {
        assertThat(verify(jws)).isInstanceOf(Verification.Invalid.class);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ECKey generate(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
