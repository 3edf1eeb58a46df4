package ticketing.outbox;

/** Takes note of admissions the waiting room took back. Called at least once for each, so it must be idempotent. */
public interface RevocationListener {

    void revoked(String jti);
}
