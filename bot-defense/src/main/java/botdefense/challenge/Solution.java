package botdefense.challenge;

import java.util.List;

/**
 * An answer to a challenge.
 *
 * @param waited whether the client waited instead of working; nonces are not looked at then
 */
public record Solution(String token, List<String> nonces, boolean waited) {}
