package ticketing.signin;

import java.time.Duration;

/** What became of an attempt to sign in. */
sealed interface LoginOutcome {

    /** @param device what the device keeps, to be known again */
    record SignedIn(OpenedSession session, String device) implements LoginOutcome {}

    /** Unknown account, wrong password or no password yet: a stranger learns not which. */
    record Refused() implements LoginOutcome {}

    /**
     * The password was right; the code of the second factor is missing.
     *
     * @param step is to be sent with the code
     */
    record CodeRequired(String step) implements LoginOutcome {}

    /** The code is wrong, or was used before. */
    record WrongCode() implements LoginOutcome {}

    /** The step was begun too long ago, or is none of ours. */
    record StepOver() implements LoginOutcome {}

    record TooOften(Duration retryAfter) implements LoginOutcome {}
}
