package botdefense.guard;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import botdefense.decision.Decision;
import botdefense.decision.KeepDecision;
import botdefense.policy.Ladder.Step;
import botdefense.policy.Mode;
import botdefense.policy.Policy;
import botdefense.policy.PolicyBoard;
import botdefense.policy.PolicyVersion;
import botdefense.policy.RuleSetting;
import botdefense.policy.Stance;
import botdefense.score.Assessment;
import botdefense.score.Sighting;
import botdefense.score.Signal;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

/** Asks every rule about a request, weighs what they found by the policy, and keeps the decision. */
@Singleton
public class Guard {

    private static final int REFERENCE_CHARACTERS = 12;
    private static final int BITS_PER_CHARACTER = 5;
    /** Crockford's alphabet: no letter that is taken for a digit when it is read out. */
    private static final String REFERENCE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final List<Rule> rules;
    private final Weigher weigher;
    private final PolicyBoard policies;
    private final KeepDecision keepDecision;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Guard(@All List<Rule> rules, Weigher weigher, PolicyBoard policies, KeepDecision keepDecision,
            InstantSource clock) {
        this.rules = rules;
        this.weigher = weigher;
        this.policies = policies;
        this.keepDecision = keepDecision;
        this.clock = clock;
    }

    /** What the request gets; known at once unless the store has to be asked. */
    CompletionStage<Judgement> decide(Inquiry inquiry) {
        if (weigher.isAllowListed(inquiry)) {
            return CompletableFuture.completedFuture(Judgement.UNREMARKABLE);
        }
        var examinations = new ArrayList<Uni<Optional<Finding>>>();
        for (var rule : rules) {
            if (rule.mustAsk(inquiry)) {
                examinations.add(rule.examine(inquiry));
            }
        }
        return examinations.isEmpty()
                ? CompletableFuture.completedFuture(judge(inquiry, List.of()))
                : Uni.join().all(examinations).andFailFast()
                        .map(found -> judge(inquiry, found.stream().flatMap(Optional::stream).toList()))
                        .subscribeAsCompletionStage();
    }

    /** Weighs what was found outside the rules, such as a limit that is taken in the middle of a request. */
    public Judgement judge(Inquiry inquiry, List<Finding> findings) {
        var version = policies.current();
        var policy = version.policy();
        var limits = new ArrayList<Finding>();
        var beyond = new ArrayList<Finding>();
        var sightings = new ArrayList<Sighting>();
        for (var finding : findings) {
            if (!finding.isLimit()) {
                sightings.add(finding.sighting());
                continue;
            }
            limits.add(finding);
            if (policy.modeOf(finding.rule()) == Mode.ENFORCE) {
                beyond.add(finding);
            }
        }
        var assessment = weigher.weigh(policy, inquiry, sightings);
        var step = beyond.isEmpty() ? weigher.enforced(policy, inquiry, assessment) : Step.THROTTLE;
        weigher.count(inquiry, step, assessment);
        if (step == Step.NONE && limits.isEmpty()
                && !keepDecision.wantsAllowed(assessment.full().step() != Step.NONE)) {
            return Judgement.UNREMARKABLE;
        }
        var decision = decision(inquiry, version, limits, assessment, step);
        keepDecision.keep(decision);
        var retryIn = beyond.stream().map(Finding::retryIn).max(Duration::compareTo).orElse(weigher.pause());
        return new Judgement(Optional.of(decision), retryIn, step, weigher.reason(policy, assessment));
    }

    /** Whether an admin lets this client pass whatever it does; limits do not hold for it either. */
    public boolean isAllowListed(Inquiry inquiry) {
        return weigher.isAllowListed(inquiry);
    }

    private Decision decision(Inquiry inquiry, PolicyVersion version, List<Finding> limits, Assessment assessment,
            Step step) {
        var policy = version.policy();
        var ofLimits = limits.stream().map(limit -> new Signal(limit.rule(), RuleSetting.LIMIT, pointsOf(policy, limit),
                limit.evidence(), policy.modeOf(limit.rule())));
        var signals = Stream.concat(ofLimits, assessment.signals().stream()).toList();
        var limited = limits.stream().filter(limit -> policy.modeOf(limit.rule()) == Mode.ENFORCE)
                .mapToInt(limit -> pointsOf(policy, limit)).max().orElse(0);
        var full = assessment.full();
        var unshadowed = new Decision.Unshadowed(Math.max(full.risk(), limited),
                limited > 0 || policy.stance() == Stance.OFF ? step.verdict() : full.step().verdict());
        return new Decision(reference(), clock.instant(), inquiry.action(), step.verdict(),
                Math.max(assessment.enforced().risk(), limited), signals, version.version(),
                inquiry.address().truncated(), unshadowed, inquiry.deviceKey().orElse(""), inquiry.scope());
    }

    private static int pointsOf(Policy policy, Finding limit) {
        return policy.rule(limit.rule()).map(RuleSetting::points).orElse(0);
    }

    private String reference() {
        var reference = new StringBuilder(REFERENCE_CHARACTERS);
        var bits = random.nextLong();
        for (var i = 0; i < REFERENCE_CHARACTERS; i++, bits >>>= BITS_PER_CHARACTER) {
            reference.append(REFERENCE_ALPHABET.charAt((int) (bits & REFERENCE_ALPHABET.length() - 1)));
        }
        return reference.toString();
    }
}
