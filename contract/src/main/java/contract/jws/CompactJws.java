package contract.jws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;

/**
 * A signed token in compact form, taken apart without yet trusting any of it. Stricter than the libraries: one
 * spelling per token (canonical base64url), no member named twice, no {@code crit}, so that two readers never see
 * two different tokens in the same text.
 */
public final class CompactJws {

    /** Longer texts are no token of ours; refused before any work is spent on them. */
    private static final int MOST_CHARACTERS = 4096;

    private static final ObjectReader OBJECT = new ObjectMapper()
            .readerFor(new TypeReference<Map<String, Object>>() {
            })
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What stands before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo. */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String text;
    private final Map<String, Object> header;
    private final Map<String, Object> claims;

    private CompactJws(String text, Map<String, Object> header, Map<String, Object> claims) {
        this.text = text;
        this.header = header;
        this.claims = claims;
    }

    /** Empty when the text is not exactly header, claims and signature, each well-formed. */
    public static Optional<CompactJws> parse(String text) {
        if (text == null || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        var parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var header = object(parts[0]);
            var claims = object(parts[1]);
            decode(parts[2]);
            return header.containsKey("crit") ? Optional.empty() : Optional.of(new CompactJws(text, header, claims));
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The bytes of canonical base64url without padding; anything else is an {@link IllegalArgumentException}. */
    public static byte[] decode(String base64url) {
        var bytes = Base64.getUrlDecoder().decode(base64url);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64url)) {
            throw new IllegalArgumentException("not canonical base64url");
        }
        return bytes;
    }

    /** A member of the header, if it is there and a text. */
    public Optional<String> header(String name) {
        return header.get(name) instanceof String value ? Optional.of(value) : Optional.empty();
    }

    /** The key a proof carries in its own header, if it is there and an object. */
    public Optional<Map<?, ?>> headerObject(String name) {
        return header.get(name) instanceof Map<?, ?> value ? Optional.of(value) : Optional.empty();
    }

    /** A claim, if it is there and a text that is not empty. */
    public Optional<String> text(String name) {
        return claims.get(name) instanceof String value && !value.isEmpty() ? Optional.of(value) : Optional.empty();
    }

    /** A claim, if it is there and a whole number. */
    public Optional<Long> number(String name) {
        return switch (claims.get(name)) {
            case Integer value -> Optional.of(value.longValue());
            case Long value -> Optional.of(value);
            case null, default -> Optional.empty();
        };
    }

    /** A claim, if it is there and a moment in seconds since 1970; a fraction of a second is cut off. */
    public Optional<Instant> moment(String name) {
        try {
            return claims.get(name) instanceof Number seconds
                    ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                    : Optional.empty();
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    /** A claim of whatever type. */
    public Optional<Object> claim(String name) {
        return Optional.ofNullable(claims.get(name));
    }

    /**
     * Whether this was signed by the key. The algorithm follows from the key's type, never from the token alone: a
     * token that names another one (none, or an HMAC over the public key's text) is refused unread.
     */
    public boolean signedBy(JWK key) {
        try {
            return switch (key) {
                case ECKey ec when Curve.P_256.equals(ec.getCurve()) -> isNamed("ES256") && signedByEcKey(ec);
                case OctetKeyPair ed when Curve.Ed25519.equals(ed.getCurve()) -> isNamed("EdDSA") && signedByEdKey(ed);
                default -> false;
            };
        } catch (JOSEException | ParseException | GeneralSecurityException | IllegalArgumentException unusable) {
            return false;
        }
    }

    private boolean isNamed(String algorithm) {
        return header("alg").filter(algorithm::equals).isPresent();
    }

    private boolean signedByEcKey(ECKey key) throws JOSEException, ParseException {
        return JWSObject.parse(text).verify(new ECDSAVerifier(key.toPublicJWK()));
    }

    private boolean signedByEdKey(OctetKeyPair key) throws GeneralSecurityException {
        var raw = key.getX().decode();
        var encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, ED25519_PREFIX.length, raw.length);
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        var endOfClaims = text.lastIndexOf('.');
        verifier.update(text.substring(0, endOfClaims).getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(decode(text.substring(endOfClaims + 1)));
    }

    private static Map<String, Object> object(String base64url) throws IOException {
        Map<String, Object> object = OBJECT.readValue(decode(base64url));
        if (object == null) {
            throw new IllegalArgumentException("not an object");
        }
        return object;
    }
}
