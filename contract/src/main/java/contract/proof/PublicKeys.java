package contract.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

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

    /** Keys that were asked about lately. A request asks about the same one in several places. */
    private static final AtomicReferenceArray<Known> LATELY = new AtomicReferenceArray<>(1 << 9);

    private PublicKeys() {}

    /** The key, reduced to its curve and point; empty when it is not a usable P-256 public key. */
    public static Optional<ECKey> parse(Map<?, ?> jwk) {
        return point(jwk)
                .map(point -> new ECKey.Builder(Curve.P_256, new Base64URL(point.x()), new Base64URL(point.y()))
                        .build());
    }

    private record Point(String x, String y) {}

    private record Known(Point point, String thumbprint) {}

    private static Optional<Point> point(Map<?, ?> jwk) {
        return claimed(jwk).filter(PublicKeys::isOnCurve);
    }

    /** What the members say, whether there is such a point or not. */
    private static Optional<Point> claimed(Map<?, ?> jwk) {
        if (jwk == null || !Collections.disjoint(PRIVATE_MEMBERS, jwk.keySet())) {
            return Optional.empty();
        }
        if (!"EC".equals(jwk.get("kty")) || !"P-256".equals(jwk.get("crv"))) {
            return Optional.empty();
        }
        return jwk.get("x") instanceof String x && jwk.get("y") instanceof String y
                ? Optional.of(new Point(x, y))
                : Optional.empty();
    }

    private static boolean isOnCurve(Point point) {
        try {
            return isOnCurve(CompactJws.decode(point.x()), CompactJws.decode(point.y()));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean isOnCurve(byte[] x, byte[] y) {
        return x.length == COORDINATE_BYTES && y.length == COORDINATE_BYTES && ECChecks
                .isPointOnCurve(new BigInteger(1, x), new BigInteger(1, y), Curve.P_256.toECParameterSpec());
    }

    /**
     * The RFC 7638 thumbprint (SHA-256, base64url) of a usable P-256 public key; empty for any other. Every join asks
     * for one, twice, so it is made without a key object in between, and remembered for a moment.
     */
    public static Optional<String> thumbprint(Map<?, ?> jwk) {
        return claimed(jwk).flatMap(PublicKeys::thumbprint);
    }

    private static Optional<String> thumbprint(Point point) {
        var slot = point.x().hashCode() & LATELY.length() - 1;
        var known = LATELY.get(slot);
        if (known != null && known.point().equals(point)) {
            return Optional.of(known.thumbprint());
        }
        if (!isOnCurve(point)) {
            return Optional.empty();
        }
        var thumbprint = digest("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + point.x() + "\",\"y\":\"" + point.y()
                + "\"}");
        LATELY.set(slot, new Known(point, thumbprint));
        return Optional.of(thumbprint);
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
