package botdefense.challenge;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import botdefense.Action;
import botdefense.client.Address;
import botdefense.policy.Ladder.Step;
import contract.problem.Problem;
import io.smallrye.mutiny.Uni;

/**
 * What the defense asks of this request before it may have something new. A join is asked only when a new place is
 * about to be given: whoever has one keeps it, however often the request is repeated.
 */
@RequestScoped
public class PendingChallenge {

    private final ChallengeGate gate;
    private Step step = Step.NONE;
    private Action action = Action.JOIN;
    private String scope = "";
    private Address address;
    private Optional<Solution> solution = Optional.empty();
    private String reference = "";

    PendingChallenge(ChallengeGate gate) {
        this.gate = gate;
    }

    /** The defense decided; called before the resource. */
    public void demand(Step demanded, Action of, String about, Address from, Optional<Solution> given, String quoted) {
        step = demanded;
        action = of;
        scope = about;
        address = from;
        solution = given;
        reference = quoted;
    }

    public boolean isDemanded() {
        return step == Step.LIGHT || step == Step.MEDIUM || step == Step.OTHER;
    }

    /** Whether what is given now must be looked at by somebody before it is used. */
    public boolean isForReview() {
        return step == Step.REVIEW;
    }

    public String reference() {
        return reference;
    }

    /** Why not; empty when nothing is asked, or what was asked is done. */
    public Uni<Optional<Problem>> pass(String subject) {
        return isDemanded()
                ? gate.pass(new ChallengeGate.Comer(new Bond(action, scope, subject), address, step, solution,
                        reference))
                : Uni.createFrom().item(Optional.empty());
    }
}
