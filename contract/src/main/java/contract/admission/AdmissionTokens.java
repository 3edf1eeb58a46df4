package contract.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import contract.jws.CompactJws;

/** Signs admission tokens and checks them offline, against the waiting room's published keys. */
public final class AdmissionTokens {

    /** How far the waiting room's clock may run ahead of the checker's. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private AdmissionTokens() {}

    /** The token in compact form, signed with ES256 under the key's {@code kid}. */
    public static String sign(AdmissionToken token, ECKey signingKey) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(signingKey.getKeyID())
                .type(new JOSEObjectType(AdmissionToken.TYPE))
                .build();
        var jwt = new SignedJWT(header, claimsOf(token));
        try {
            jwt.sign(new ECDSASigner(signingKey));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the signing key cannot sign with ES256", e);
        }
        return jwt.serialize();
    }

    private static JWTClaimsSet claimsOf(AdmissionToken token) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(AdmissionToken.ISSUER)
                .audience(AdmissionToken.AUDIENCE)
                .subject(token.subject())
                .jwtID(token.jti())
                .issueTime(Date.from(token.issuedAt()))
                .notBeforeTime(Date.from(token.issuedAt()))
                .expirationTime(Date.from(token.expiresAt()))
                .claim("end", token.sessionEndsAt().getEpochSecond())
                .claim("rel", token.release())
                .claim("evt", token.event())
                .claim("place", token.place())
                .claim("orders", token.orders())
                .claim("seats", token.seats());
        token.keyThumbprint().ifPresent(thumbprint -> claims.claim("cnf", Map.of("jkt", thumbprint)));
        return claims.build();
    }

    /** What a token is worth at this moment. The signature is checked before anything the token says is believed. */
    public static Verification verify(String jws, JWKSet keys, Instant now) {
        var parsed = CompactJws.parse(jws);
        if (parsed.isEmpty()) {
            return new Verification.Invalid("not a signed token");
        }
        var token = parsed.get();
        if (token.header("typ").filter(AdmissionToken.TYPE::equals).isEmpty()) {
            return new Verification.Invalid("not an admission token");
        }
        var kid = token.header("kid");
        if (kid.isEmpty()) {
            return new Verification.Invalid("no key named");
        }
        var key = keys.getKeyByKeyId(kid.get());
        if (key == null) {
            return new Verification.UnknownKey(kid.get());
        }
        if (KeyUse.ENCRYPTION.equals(key.getKeyUse()) || !token.signedBy(key)) {
            return new Verification.Invalid("bad signature");
        }
        return verifyClaims(token, now);
    }

    private static Verification verifyClaims(CompactJws token, Instant now) {
        if (token.text("iss").filter(AdmissionToken.ISSUER::equals).isEmpty()) {
            return new Verification.Invalid("another issuer's");
        }
        if (!isForTheCore(token)) {
            return new Verification.Invalid("for another audience");
        }
        return read(token).map(claims -> verifyTimes(claims, token, now))
                .orElseGet(() -> new Verification.Invalid("a claim is missing"));
    }

    private static Verification verifyTimes(AdmissionToken claims, CompactJws token, Instant now) {
        var notBefore = token.moment("nbf").orElse(claims.issuedAt());
        if (now.plus(CLOCK_SKEW).isBefore(notBefore)) {
            return new Verification.Invalid("not valid yet");
        }
        if (!now.isBefore(claims.expiresAt())) {
            return new Verification.Expired(claims.expiresAt());
        }
        return new Verification.Valid(claims);
    }

    private static boolean isForTheCore(CompactJws token) {
        return switch (token.claim("aud").orElse(null)) {
            case String audience -> audience.equals(AdmissionToken.AUDIENCE);
            case List<?> audiences -> audiences.contains(AdmissionToken.AUDIENCE);
            case null, default -> false;
        };
    }

    private static Optional<AdmissionToken> read(CompactJws token) {
        var subject = token.text("sub");
        var jti = token.text("jti");
        var issuedAt = token.moment("iat");
        var expiresAt = token.moment("exp");
        var endsAt = token.moment("end");
        var release = token.text("rel");
        var event = token.text("evt");
        var place = token.number("place");
        var orders = token.number("orders").filter(AdmissionTokens::isCount);
        var seats = token.number("seats").filter(AdmissionTokens::isCount);
        var complete = List.of(subject, jti, issuedAt, expiresAt, endsAt, release, event, place, orders, seats)
                .stream().allMatch(Optional::isPresent);
        var bound = token.claim("cnf").isPresent();
        var thumbprint = thumbprint(token);
        if (!complete || bound && thumbprint.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AdmissionToken(subject.get(), jti.get(), issuedAt.get(), expiresAt.get(), endsAt.get(),
                release.get(), event.get(), place.get(), orders.get().intValue(), seats.get().intValue(), thumbprint));
    }

    private static boolean isCount(long value) {
        return value >= 0 && value <= Integer.MAX_VALUE;
    }

    /** A {@code cnf} that names no thumbprint must not turn a bound token into an unbound one; {@code read} sees to it. */
    private static Optional<String> thumbprint(CompactJws token) {
        return token.claim("cnf")
                .filter(Map.class::isInstance)
                .map(confirmation -> ((Map<?, ?>) confirmation).get("jkt"))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
