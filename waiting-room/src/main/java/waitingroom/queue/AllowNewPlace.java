package waitingroom.queue;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import botdefense.challenge.PendingChallenge;
import botdefense.limit.DeviceLimit;
import botdefense.limit.LimitOutcome;
import contract.problem.Problem;
import waitingroom.access.CheckAccessCode;
import waitingroom.release.Release.AccessCodes;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/** What a new place takes beside the wish for one: an access code where they are asked for, proof, and patience. */
@Singleton
class AllowNewPlace {

    private static final Duration LIMIT_PATIENCE = Duration.ofSeconds(2);

    private final CheckAccessCode accessCode;
    private final DeviceLimit limit;
    private final PendingChallenge challenge;

    AllowNewPlace(CheckAccessCode accessCode, DeviceLimit limit, PendingChallenge challenge) {
        this.accessCode = accessCode;
        this.limit = limit;
        this.challenge = challenge;
    }

    /** Whether nothing has to be looked into before this visitor gets a place for the first time. */
    boolean isPlain(StoredRelease stored, Visitor visitor) {
        return stored.release().accessCodes() == AccessCodes.NONE
                && visitor.thumbprint().map(limit::isQuiet).orElse(true)
                && !challenge.isDemanded() && !challenge.isForReview();
    }

    /** A visitor got a place that nothing was looked into for. */
    void note(Visitor visitor) {
        visitor.thumbprint().ifPresent(limit::owe);
    }

    /** Whether somebody is to look at this visitor before the place is called. */
    boolean isForReview() {
        return challenge.isForReview();
    }

    /** Why there is none; empty when there is. */
    Optional<Problem> refusal(StoredRelease stored, Visitor visitor, String drawn, Optional<String> code) {
        return accessCode.refusal(stored, visitor, drawn, code)
                .or(() -> challenge.pass(visitor.thumbprint().orElseGet(visitor::id)).await().atMost(LIMIT_PATIENCE))
                .or(() -> visitor.thumbprint().flatMap(this::tooMany));
    }

    private Optional<Problem> tooMany(String thumbprint) {
        return switch (limit.take(thumbprint).await().atMost(LIMIT_PATIENCE)) {
            case LimitOutcome.Taken taken -> Optional.empty();
            case LimitOutcome.Refused(Problem problem) -> Optional.of(problem);
        };
    }
}
