package botdefense.challenge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.client.Address;
import botdefense.mark.Marks;
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
    private final MailedCodes codes;
    private final Puzzles puzzles;
    private final Forgeries forgeries = new Forgeries();

    ChallengeGate(ChallengeStore store, PolicyBoard policies, SharedSecret secret, Marks marks, MeterRegistry metrics,
            InstantSource clock, MailedCodes codes) {
        this.store = store;
        this.codes = codes;
        this.policies = policies;
        this.marks = marks;
        this.metrics = metrics;
        this.clock = clock;
        puzzles = new Puzzles(secret::mac);
    }

    /** A client at the gate. */
    public record Comer(Bond bond, Address address, Step step, Optional<Solution> solution, String reference) {

        private Comer at(Step other) {
            return new Comer(bond, address, other, solution, reference);
        }
    }

    /** Empty when the client may go on; its solution is spent then. */
    public Uni<Optional<Problem>> pass(Comer asked) {
        // To whom no code can be mailed, work is the other proof: nobody is left without a way.
        var comer = asked.step() == Step.OTHER && !codes.offers(asked.bond()) ? asked.at(Step.MEDIUM) : asked;
        if (comer.solution().isEmpty()) {
            return Uni.createFrom().item(Optional.of(refusal(comer, comer.step() == Step.OTHER
                    ? "Have a code mailed to you, and send the same request with it."
                    : "Solve the challenge, and send the same request with its solution.")));
        }
        if (comer.solution().get().isCode()) {
            return codes.check(comer.solution().get(), comer.bond()).flatMap(answer -> switch (answer) {
                case Puzzles.Answer.Wrong(String reason, boolean forged) -> {
                    count("code-failed");
                    yield Uni.createFrom().item(Optional.of(refusal(comer, reason)));
                }
                case Puzzles.Answer.Right right -> spend(comer, right, "mailed");
            });
        }
        return comer.step() == Step.OTHER
                ? Uni.createFrom().item(Optional.of(refusal(comer, "Neither work nor waiting does here.")))
                : passByWork(comer);
    }

    private Uni<Optional<Problem>> passByWork(Comer comer) {
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
            case Puzzles.Answer.Right right -> spend(comer, right, right.waited() ? "waited" : "solved");
        };
    }

    /** Without the store nobody can tell whether it was spent; fans are let on then (B5). */
    private Uni<Optional<Problem>> spend(Comer comer, Puzzles.Answer.Right right, String how) {
        var memory = Duration.between(clock.instant(), right.expiresAt()).plusSeconds(5);
        return store.spend(right.nonce(), memory).flatMap(first -> {
            if (!first) {
                count("replayed");
                return Uni.createFrom().item(Optional.of(refusal(comer, "This solution was used before.")));
            }
            return right.waited() ? waited(comer) : Uni.createFrom().item(solved(comer, how));
        }).onFailure().recoverWithItem(Optional.empty());
    }

    /** Waiting costs a farm nothing, so only so many of one subscriber and of one network come through by it. */
    private Uni<Optional<Problem>> waited(Comer comer) {
        var setting = policies.policy().challenge();
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
        var byMail = byMail(comer.bond());
        var problem = comer.step() == Step.OTHER
                ? Problem.of(403, "mailed-code-required", "A code from your mail is needed", detail)
                        .with("challenge", new OfCode(challenge.token(), challenge.expiresAt()))
                        .with("alternatives", byMail.stream().toList())
                : Problem.of(403, "challenge-required", "Your browser must show that it is one", detail)
                        .with("challenge", challenge)
                        .with("alternatives", Stream.concat(Stream.of(Map.<String, Object>of("kind", "wait", "seconds",
                                setting.waitSeconds())), byMail.stream()).toList());
        return comer.reference().isEmpty() ? problem : problem.with("reference", comer.reference());
    }

    /** What a client needs to have a code mailed: where to ask, and what for. */
    private Optional<Map<String, Object>> byMail(Bond bond) {
        return codes.offers(bond)
                ? Optional.of(Map.of("kind", "mail", "address", MailedCodes.PATH, "action", bond.action().word(),
                        "scope", bond.scope()))
                : Optional.empty();
    }

    /** A challenge that no work answers. */
    record OfCode(String token, Instant expiresAt) {}

    private void count(String outcome) {
        metrics.counter("defense.challenges", "outcome", outcome).increment();
    }
}
