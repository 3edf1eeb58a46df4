package botdefense.velocity;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import botdefense.Action;
import botdefense.guard.Finding;
import botdefense.guard.Inquiry;
import botdefense.guard.Rule;
import botdefense.store.SharedSecret;
import io.smallrye.mutiny.Uni;

/**
 * From how many addresses one session is used within five minutes. A fan moves from the house to the street; a session
 * that was handed around is everywhere at once.
 */
@Singleton
public class TokenUseRule implements Rule {

    /** A decision takes no longer, whatever the store does. */
    private static final Duration PATIENCE = Duration.ofMillis(20);
    private static final int SOME = 2;
    private static final int MANY = 5;
    private static final int VERY_MANY = 8;
    private static final int[] PERCENT = { 17, 58, 100 };

    private final TokenUseStore store;
    private final SharedSecret secret;

    TokenUseRule(TokenUseStore store, SharedSecret secret) {
        this.store = store;
        this.secret = secret;
    }

    @Override
    public boolean mustAsk(Inquiry inquiry) {
        return inquiry.session().isPresent() && (inquiry.action() == Action.HOLD || inquiry.action() == Action.PAY);
    }

    @Override
    public Uni<Optional<Finding>> examine(Inquiry inquiry) {
        return store.note(inquiry.session().orElseThrow(), secret.pseudonym(inquiry.address().subscriber()))
                .ifNoItem().after(PATIENCE).fail()
                .map(TokenUseRule::finding)
                .onFailure().recoverWithItem(Optional.empty());
    }

    private static Optional<Finding> finding(long addresses) {
        if (addresses <= SOME) {
            return Optional.empty();
        }
        var percent = PERCENT[addresses <= MANY ? 0 : addresses <= VERY_MANY ? 1 : 2];
        return Optional.of(new Finding("token-shared", percent,
                "one session from %d addresses in five minutes".formatted(addresses), Duration.ZERO));
    }
}
