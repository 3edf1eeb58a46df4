package ticketing.admission;

import java.util.Optional;

import ticketing.secret.Digest;

/**
 * What a request says of who sends it: the session it names, and what its key proof is worth. Whether the session
 * exists and which key it wants, only the database knows.
 *
 * @param sessionDigest SHA-256 of the session's value; empty when none was sent
 */
public record Shopper(Optional<byte[]> sessionDigest, Proof proof) {

    /** What a key proof is worth before the session is known. */
    public sealed interface Proof {

        /** None was sent. */
        record Absent() implements Proof {}

        /** Good for this very request; counts once. */
        record Good(String thumbprint, byte[] digest) implements Proof {

            static Good of(String thumbprint, String jti) {
                return new Good(thumbprint, Digest.of(thumbprint + '|' + jti));
            }
        }

        /** Not good, for a reason fit to be told. */
        record Bad(String reason) implements Proof {}
    }

    /** The digest that burns this request's proof; empty when there is nothing to burn. */
    Optional<byte[]> proofDigest() {
        return proof instanceof Proof.Good good ? Optional.of(good.digest()) : Optional.empty();
    }
}
