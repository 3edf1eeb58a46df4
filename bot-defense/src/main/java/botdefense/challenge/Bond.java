package botdefense.challenge;

import java.util.regex.Pattern;

import botdefense.Action;

/**
 * Whom a challenge is for, and what for (B4).
 *
 * @param subject the client: its device key, or what else it is known by
 * @param scope   the release, event or hold it is about
 */
public record Bond(Action action, String scope, String subject) {

    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Whether the client is known by its device key: whoever is not cannot be told again when a letter has come. */
    boolean isOfDevice() {
        return THUMBPRINT.matcher(subject).matches();
    }

    String text() {
        return action.word() + '\n' + scope + '\n' + subject;
    }
}
