package contract.proof;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import com.nimbusds.jose.jwk.ECKey;
import contract.jws.CompactJws;

/**
 * Checks that a request was made by the holder of a browser's key: an RFC 9449 proof in the {@code DPoP} header, good
 * for one method, one address, one moment and, where a secret is bound to the key, for that secret.
 */
public final class KeyProof {

    /** The oldest proof taken; a caller remembers a burnt {@code jti} at least this long, and the skew on top. */
    public static final Duration OLDEST = Duration.ofSeconds(60);

    /** How far a browser's clock may run ahead of ours. */
    public static final Duration AHEAD = Duration.ofSeconds(5);

    private static final int MOST_JTI_CHARACTERS = 128;

    private KeyProof() {}

    /**
     * @param dpopHeader  the header as received, null when there was none; several of them, joined, are refused
     * @param url         as the client sees it; query and fragment play no part
     * @param boundSecret the admission token or session whose digest the proof must carry; empty where none travels
     */
    public static ProofOutcome check(String dpopHeader, String method, URI url, Optional<String> boundSecret,
            Instant now) {
        if (dpopHeader == null) {
            return new ProofOutcome.Refused("The DPoP header is missing.");
        }
        var parsed = CompactJws.parse(dpopHeader);
        if (parsed.isEmpty()) {
            return new ProofOutcome.Refused("The DPoP header is not one signed proof.");
        }
        var proof = parsed.get();
        if (proof.header("typ").filter("dpop+jwt"::equals).isEmpty()) {
            return new ProofOutcome.Refused("The proof's typ is not dpop+jwt.");
        }
        var key = proof.headerObject("jwk").flatMap(PublicKeys::parse);
        if (key.isEmpty()) {
            return new ProofOutcome.Refused("The proof's jwk is not a P-256 public key.");
        }
        if (!proof.signedBy(key.get())) {
            return new ProofOutcome.Refused("The proof is not signed with ES256 by its own key.");
        }
        return checkClaims(proof, key.get(), new Request(method, url, boundSecret), now);
    }

    private static ProofOutcome checkClaims(CompactJws proof, ECKey key, Request request, Instant now) {
        var jti = proof.text("jti");
        if (jti.isEmpty() || jti.get().length() > MOST_JTI_CHARACTERS) {
            return new ProofOutcome.Refused("The proof's jti is missing or longer than 128 characters.");
        }
        if (proof.text("htm").filter(request.method()::equals).isEmpty()) {
            return new ProofOutcome.Refused("The proof's htm is for another method.");
        }
        if (!proof.text("htu").map(htu -> RequestUrl.isSame(htu, request.url())).orElse(false)) {
            return new ProofOutcome.Refused("The proof's htu is for another address.");
        }
        var issuedAt = proof.moment("iat");
        if (issuedAt.isEmpty() || issuedAt.get().isBefore(now.minus(OLDEST))) {
            return new ProofOutcome.Refused("The proof's iat is missing or more than 60 seconds ago.");
        }
        if (issuedAt.get().isAfter(now.plus(AHEAD))) {
            return new ProofOutcome.Refused("The proof's iat is more than 5 seconds ahead.");
        }
        if (request.boundSecret().isPresent() && !carriesDigest(proof, request.boundSecret().get())) {
            return new ProofOutcome.Refused("The proof's ath is not the digest of the token or session.");
        }
        return new ProofOutcome.Proven(PublicKeys.thumbprint(key), jti.get(), issuedAt.get());
    }

    private static boolean carriesDigest(CompactJws proof, String secret) {
        var expected = digest(secret).getBytes(StandardCharsets.US_ASCII);
        return proof.text("ath")
                .map(ath -> MessageDigest.isEqual(ath.getBytes(StandardCharsets.UTF_8), expected))
                .orElse(false);
    }

    /** The {@code ath} of a secret: base64url of the SHA-256 of its characters. */
    public static String digest(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }

    private record Request(String method, URI url, Optional<String> boundSecret) {}
}
