package botdefense.challenge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.client.Address;
import botdefense.mark.Marks;
import botdefense.policy.ChallengeSetting;
import botdefense.policy.Ladder.Step;
import botdefense.policy.PolicyBoard;
import botdefense.policy.Stance;
import botdefense.store.SharedSecret;
import contract.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

/** Where a client that must prove something comes through with a solution, and is told what to solve without one. */
@ApplicationScoped
public class ChallengeGate {

    private static final Duration SOLVED_COUNTS = Duration.ofMinutes(30);
    private static final Duration FORGED_COUNTS = Duration.ofMinutes(10);
    private static final int FORGERIES = 10;

    private final ChallengeStore store;
    private final PolicyBoard policies;
    private final Marks marks;
    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final Puzzles puzzles;
    private final Forgeries forgeries = new Forgeries();

    ChallengeGate(ChallengeStore store, PolicyBoard policies, SharedSecret secret, Marks marks, MeterRegistry metrics,
            InstantSource clock) {
        this.store = store;
        this.policies = policies;
        this.marks = marks;
        this.metrics = metrics;
        this.clock = clock;
        puzzles = new Puzzles(secret::mac);
    }

    /** A client at the gate. */
    public record Comer(Bond bond, Address address, Step step, Optional<Solution> solution, String reference) {}

    /** Empty when the client may go on; its solution is spent then. */
    public Uni<Optional<Problem>> pass(Comer comer) {
        if (comer.solution().isEmpty()) {
            return Uni.createFrom().item(Optional.of(refusal(comer, "Solve the challenge, and send the same "
                    + "request with its solution.")));
        }
        var setting = policies.policy().challenge();
        var answer = puzzles.check(comer.solution().get(), comer.bond(), clock.instant(),
                Duration.ofSeconds(setting.waitSeconds()));
        return switch (answer) {
            case Puzzles.Answer.Wrong(String reason, boolean forged) -> {
                count(forged ? "forged" : "failed");
                if (forged && forgeries.count(comer.bond().subject()) == FORGERIES) {
                    marks.add(comer.bond().subject(), "forged-solution", "sent challenges that were not made for it",
                            FORGED_COUNTS);
                }
                yield Uni.createFrom().item(Optional.of(refusal(comer, reason)));
            }
            case Puzzles.Answer.Right right -> spend(comer, right, setting);
        };
    }

    /** Without the store nobody can tell whether it was spent; fans are let on then (B5). */
    private Uni<Optional<Problem>> spend(Comer comer, Puzzles.Answer.Right right, ChallengeSetting setting) {
        var memory = Duration.between(clock.instant(), right.expiresAt()).plusSeconds(5);
        return store.spend(right.nonce(), memory).flatMap(first -> {
            if (!first) {
                count("replayed");
                return Uni.createFrom().item(Optional.of(refusal(comer, "This solution was used before.")));
            }
            return right.waited() ? waited(comer, setting) : Uni.createFrom().item(solved(comer, "solved"));
        }).onFailure().recoverWithItem(Optional.empty());
    }

    /** Waiting costs a farm nothing, so only so many of one subscriber and of one network come through by it. */
    private Uni<Optional<Problem>> waited(Comer comer, ChallengeSetting setting) {
        return store.countWait(comer.address().subscriber())
                .flatMap(own -> store.countWait("around:" + comer.address().truncated())
                        .map(around -> own <= setting.waitsPerMinute() && around <= setting.waitsOfNetwork()))
                .map(few -> few
                        ? solved(comer, "waited")
                        : Optional.of(refusal(comer,
                                "Too many of this network waited instead of solving. Solve this one, or wait again.")));
    }

    private Optional<Problem> solved(Comer comer, String how) {
        count(how);
        marks.add(comer.bond().subject(), "solved-challenge", "solved a challenge a while ago", SOLVED_COUNTS);
        return Optional.empty();
    }

    private Problem refusal(Comer comer, String detail) {
        count("issued");
        var policy = policies.policy();
        var setting = policy.challenge();
        var puzzle = comer.step() == Step.LIGHT ? setting.light() : setting.medium();
        var challenge = puzzles.issue(comer.bond(), policy.stance() == Stance.UNDER_ATTACK ? puzzle.harder() : puzzle,
                clock.instant(), Duration.ofSeconds(setting.seconds()));
        var problem = Problem.of(403, "challenge-required", "Your browser must show that it is one", detail)
                .with("challenge", challenge)
                .with("alternatives", List.of(Map.of("kind", "wait", "seconds", setting.waitSeconds())));
        return comer.reference().isEmpty() ? problem : problem.with("reference", comer.reference());
    }

    private void count(String outcome) {
        metrics.counter("defense.challenges", "outcome", outcome).increment();
    }
}
