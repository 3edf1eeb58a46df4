package botdefense.challenge;

import java.util.List;

/**
 * An answer to a challenge.
 *
 * @param waited whether the client waited instead of working; nonces are not looked at then
 * @param code   the code that was mailed; empty when there was none
 */
public record Solution(String token, List<String> nonces, boolean waited, String code) {

    /** An answer by work, or by having waited. */
    public Solution(String token, List<String> nonces, boolean waited) {
        this(token, nonces, waited, "");
    }

    boolean isCode() {
        return !code.isEmpty();
    }
}
