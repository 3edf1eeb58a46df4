package contract.admission;

import java.time.Instant;

/** What became of the check of an admission token. */
public sealed interface Verification {

    /** Genuine, and still in time to be exchanged. */
    record Valid(AdmissionToken token) implements Verification {}

    /** Names a key that is not in the set; worth fetching the set anew, once. */
    record UnknownKey(String kid) implements Verification {}

    /** Genuine, but its last moment has passed. */
    record Expired(Instant at) implements Verification {}

    /** Not a token of ours. The reason is for our logs and tests, in words that repeat nothing of the token. */
    record Invalid(String reason) implements Verification {}
}
