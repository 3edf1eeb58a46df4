package waitingroom.admission;

import java.time.Duration;
import java.time.Instant;

/** What became of a claim. */
sealed interface ClaimOutcome {

    /** Where a fan goes on with the token. */
    static String shopOf(String event) {
        return "/events/" + event;
    }

    record Admitted(String token, Instant issuedAt, Instant expiresAt, String continueAt) implements ClaimOutcome {}

    record GateFull(Duration pause) implements ClaimOutcome {}

    record NotCalled() implements ClaimOutcome {}

    record CallExpired() implements ClaimOutcome {}

    record Closed() implements ClaimOutcome {}

    record NoPlace() implements ClaimOutcome {}
}
