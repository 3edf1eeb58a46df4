package rehearsal.load;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * P-256 keys for many fans. Those who only join prove nothing, so each gets the point after the last one's: a valid
 * public key, made in a hundredth of the time, whose private half nobody needs.
 */
public final class FanKeys {

    private static final BigInteger PRIME = new BigInteger(
            "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final int BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ECPoint step;
    private ECPoint last;

    public FanKeys() {
        var pair = pair();
        step = ((ECPublicKey) pair.getPublic()).getParams().getGenerator();
        last = ((ECPublicKey) pair.getPublic()).getW();
    }

    /** A public key that no fan of this crowd had before, as a JWK. */
    public String next() {
        last = sum(last, step);
        return jwk(last);
    }

    /** A key that can prove things. */
    public static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM makes no P-256 keys", e);
        }
    }

    public static String jwk(KeyPair pair) {
        return jwk(((ECPublicKey) pair.getPublic()).getW());
    }

    private static String jwk(ECPoint point) {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(coordinate(point.getAffineX()),
                coordinate(point.getAffineY()));
    }

    private static String coordinate(BigInteger value) {
        var bytes = value.toByteArray();
        var fixed = new byte[BYTES];
        var kept = Math.min(BYTES, bytes.length);
        System.arraycopy(bytes, bytes.length - kept, fixed, BYTES - kept, kept);
        return BASE64.encodeToString(fixed);
    }

    static ECPoint sum(ECPoint a, ECPoint b) {
        var slope = a.equals(b)
                ? a.getAffineX().pow(2).subtract(BigInteger.ONE).multiply(THREE)
                        .multiply(a.getAffineY().shiftLeft(1).modInverse(PRIME)).mod(PRIME)
                : b.getAffineY().subtract(a.getAffineY())
                        .multiply(b.getAffineX().subtract(a.getAffineX()).modInverse(PRIME)).mod(PRIME);
        var x = slope.pow(2).subtract(a.getAffineX()).subtract(b.getAffineX()).mod(PRIME);
        return new ECPoint(x, slope.multiply(a.getAffineX().subtract(x)).subtract(a.getAffineY()).mod(PRIME));
    }

    /** Which of the fans' coordinates are those of a real key's; for tests. */
    static Optional<ECPoint> pointOf(String jwk) {
        var parts = Arrays.stream(jwk.split("\"")).filter(part -> part.length() == 43).toList();
        return parts.size() == 2
                ? Optional.of(new ECPoint(new BigInteger(1, Base64.getUrlDecoder().decode(parts.get(0))),
                        new BigInteger(1, Base64.getUrlDecoder().decode(parts.get(1)))))
                : Optional.empty();
    }
}
