package waitingroom.fairness;

/**
 * A tree head as it is published.
 *
 * @param size entries it covers
 * @param jws  compact JWS over size and root
 */
public record SignedHead(long size, String jws) {}
