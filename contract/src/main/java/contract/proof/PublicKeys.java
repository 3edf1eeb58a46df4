package contract.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.utils.ECChecks;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import contract.jws.CompactJws;

/** Reads the public keys that browsers send: P-256 only, on the curve, and nothing private beside them. */
public final class PublicKeys {

    private static final int COORDINATE_BYTES = 32;

    /** Members that only a private or symmetric key has. Whoever sends one has given the key away. */
    private static final Set<String> PRIVATE_MEMBERS = Set.of("d", "k", "p", "q", "dp", "dq", "qi", "oth", "r", "t");

    private PublicKeys() {}

    /** The key, reduced to its curve and point; empty when it is not a usable P-256 public key. */
    public static Optional<ECKey> parse(Map<?, ?> jwk) {
        return point(jwk)
                .map(point -> new ECKey.Builder(Curve.P_256, new Base64URL(point.x()), new Base64URL(point.y()))
                        .build());
    }

    private record Point(String x, String y) {}

    private static Optional<Point> point(Map<?, ?> jwk) {
        if (jwk == null || jwk.keySet().stream().anyMatch(PRIVATE_MEMBERS::contains)) {
            return Optional.empty();
        }
        if (!"EC".equals(jwk.get("kty")) || !"P-256".equals(jwk.get("crv"))) {
            return Optional.empty();
        }
        if (!(jwk.get("x") instanceof String x) || !(jwk.get("y") instanceof String y)) {
            return Optional.empty();
        }
        try {
            return isOnCurve(CompactJws.decode(x), CompactJws.decode(y))
                    ? Optional.of(new Point(x, y))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean isOnCurve(byte[] x, byte[] y) {
        return x.length == COORDINATE_BYTES && y.length == COORDINATE_BYTES && ECChecks
                .isPointOnCurve(new BigInteger(1, x), new BigInteger(1, y), Curve.P_256.toECParameterSpec());
    }

    /**
     * The RFC 7638 thumbprint (SHA-256, base64url) of a usable P-256 public key; empty for any other. Every join asks
     * for one, so it is made without a key object in between.
     */
    public static Optional<String> thumbprint(Map<?, ?> jwk) {
        return point(jwk).map(point -> digest("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + point.x() + "\",\"y\":\""
                + point.y() + "\"}"));
    }

    private static String digest(String members) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }

    static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }
}
