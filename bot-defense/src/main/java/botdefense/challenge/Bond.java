package botdefense.challenge;

import botdefense.Action;

/**
 * Whom a challenge is for, and what for (B4).
 *
 * @param subject the client: its device key, or what else it is known by
 * @param scope   the release, event or hold it is about
 */
public record Bond(Action action, String scope, String subject) {

    String text() {
        return action.word() + '\n' + scope + '\n' + subject;
    }
}
