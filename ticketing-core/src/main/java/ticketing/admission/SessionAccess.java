package ticketing.admission;

/** Whether a request may act for a session. */
public sealed interface SessionAccess {

    /** It may; the session's row is locked until the transaction ends. The session itself may be over. */
    record Granted(ShoppingSession session) implements SessionAccess {}

    /** It may not. */
    sealed interface Refusal extends SessionAccess {}

    /** No such session. */
    record NoSession() implements Refusal {}

    /** The session is bound to a key and the proof is missing, stale, replayed or for something else. */
    record ProofRefused(String reason) implements Refusal {}

    /** A good proof, by another key. */
    record WrongKey() implements Refusal {}
}
