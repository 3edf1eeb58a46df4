package ticketing.staff;

import java.time.Duration;
import java.util.List;

/** What became of an attempt to sign in. */
sealed interface LoginOutcome {

    record SignedIn(String accessToken, long expiresInSeconds, List<String> roles) implements LoginOutcome {}

    /** Unknown account, wrong password or no password yet: a stranger learns not which. */
    record Refused() implements LoginOutcome {}

    record TooOften(Duration retryAfter) implements LoginOutcome {}
}
