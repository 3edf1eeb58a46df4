package contract.proof;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
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
            if (CompactJws.decode(x).length != COORDINATE_BYTES || CompactJws.decode(y).length != COORDINATE_BYTES) {
                return Optional.empty();
            }
            // The builder refuses a point that is not on the curve.
            return Optional.of(new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y)).build());
        } catch (IllegalArgumentException | IllegalStateException notAPoint) {
            return Optional.empty();
        }
    }

    /** The RFC 7638 thumbprint (SHA-256, base64url) of a usable P-256 public key; empty for any other. */
    public static Optional<String> thumbprint(Map<?, ?> jwk) {
        return parse(jwk).map(PublicKeys::thumbprint);
    }

    static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }
}
