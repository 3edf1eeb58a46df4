package botdefense.challenge;

import java.time.Instant;

/**
 * Work for one client: for every i below {@code count} a nonce such that the SHA-256 of {@code salt:i:nonce} begins
 * with {@code bits} zero bits. The token says what is asked, so that nothing of it can be changed.
 */
public record Challenge(String token, String salt, int count, int bits, Instant expiresAt) {}
