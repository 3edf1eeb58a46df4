package waitingroom.access;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import botdefense.client.ClientRequest;
import contract.problem.Problem;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/**
 * Asks for an access code before a new place is given, where the release wants one. Never on the way of those who
 * have their place, and not at all where no codes are asked for.
 */
@Singleton
public class CheckAccessCode {

    private final AccessCodeStore store;
    private final CodeDigests digests;
    private final ClientRequest client;

    CheckAccessCode(AccessCodeStore store, CodeDigests digests, ClientRequest client) {
        this.store = store;
        this.digests = digests;
        this.client = client;
    }

    /**
     * Why no place is given; empty when one may be. To be called within a request.
     *
     * @param drawn what the scripts are told of the draw
     * @param typed the code as the fan wrote it
     */
    public Optional<Problem> refusal(StoredRelease stored, Visitor visitor, String drawn, Optional<String> typed) {
        return switch (stored.release().accessCodes()) {
            case NONE -> Optional.empty();
            case REQUIRED -> problem(use(stored, visitor, drawn, typed));
        };
    }

    private AccessOutcome use(StoredRelease stored, Visitor visitor, String drawn, Optional<String> typed) {
        var brought = typed.filter(text -> !text.isBlank());
        // What can be no code is counted like a wrong one: nothing has a digest like that.
        var digest = brought.map(text -> AccessCode.read(text).map(code -> digests.of(stored, code)).orElse("-"));
        return store.use(stored.id(), visitor.id(), drawn, digest.orElse(""),
                digests.ofAddress(stored, client.address().subscriber()));
    }

    private static Optional<Problem> problem(AccessOutcome outcome) {
        return switch (outcome) {
            case AccessOutcome.Granted granted -> Optional.empty();
            case AccessOutcome.Required required -> Optional.of(AccessProblems.required());
            case AccessOutcome.Unknown unknown -> Optional.of(AccessProblems.unknown());
            case AccessOutcome.UsedUp usedUp -> Optional.of(AccessProblems.used());
            case AccessOutcome.SlowDown(Duration wait) -> Optional.of(AccessProblems.slowDown(wait));
        };
    }
}
