package waitingroom.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
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

/** Makes the bearer tokens that the ticketing core would make. */
public final class StaffTokens {

    private static final ECKey KEY = newKey();

    private StaffTokens() {}

    static String publicPem() {
        try {
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(KEY.toECPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String admin() {
        return of("admin", Map.of());
    }

    public static String organizerOf(String organization) {
        return of("organizer", Map.of(organization, "organizer"));
    }

    public static String stewardOf(String organization) {
        return of("steward", Map.of(organization, "steward"));
    }

    /** An admin's, of a session with that id. */
    public static String adminOf(String session) {
        return of("admin", Map.of(), session);
    }

    private static String of(String group, Map<String, String> organizations) {
        return of(group, organizations, UUID.randomUUID().toString());
    }

    private static String of(String group, Map<String, String> organizations, String session) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer("ticketing-core").audience("ticket-d-saster")
                .subject(UUID.randomUUID().toString()).jwtID(session).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(8)))).claim("groups", List.of(group))
                .claim("organizations", organizations).build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build(), claims);
            token.sign(new ECDSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
