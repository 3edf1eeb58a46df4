package botdefense.guard;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.decision.Decision;
import botdefense.decision.KeepDecision;
import botdefense.decision.Signal;
import botdefense.decision.Verdict;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

/** Asks every rule about a request, weighs what they found by the policy, and keeps the decision. */
@ApplicationScoped
public class Guard {

    private static final int MOST_RISK = 100;
    private static final int REFERENCE_CHARACTERS = 12;
    private static final int BITS_PER_CHARACTER = 5;
    /** Crockford's alphabet: no letter that is taken for a digit when it is read out. */
    private static final String REFERENCE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final List<Rule> rules;
    private final KeepDecision keepDecision;
    private final InstantSource clock;
    private final Policy policy;
    private final SecureRandom random = new SecureRandom();

    Guard(@All List<Rule> rules, KeepDecision keepDecision, InstantSource clock) {
        this.rules = rules;
        this.keepDecision = keepDecision;
        this.clock = clock;
        policy = Policy.read(Guard.class.getResourceAsStream("/defense-policy.json"));
    }

    /** What the request gets. */
    Uni<Judgement> decide(Inquiry inquiry) {
        if (rules.isEmpty()) {
            return Uni.createFrom().item(judge(inquiry, List.of()));
        }
        if (rules.size() == 1) {
            return rules.getFirst().examine(inquiry).map(found -> judge(inquiry, found.stream().toList()));
        }
        var examinations = rules.stream().map(rule -> rule.examine(inquiry)).toList();
        return Uni.join().all(examinations).andFailFast()
                .map(found -> judge(inquiry, found.stream().flatMap(Optional::stream).toList()));
    }

    /** Weighs what was found outside the rules, such as a limit that is taken in the middle of a request. */
    public Judgement judge(Inquiry inquiry, List<Finding> findings) {
        if (findings.isEmpty() && !keepDecision.isSampled()) {
            return Judgement.UNREMARKABLE;
        }
        var signals = findings.stream()
                .map(finding -> new Signal(finding.rule(), finding.family(), policy.pointsOf(finding.rule()),
                        finding.evidence()))
                .toList();
        var risk = Math.min(MOST_RISK, signals.stream().mapToInt(Signal::points).sum());
        var verdict = policy.throttles(inquiry.action(), risk) ? Verdict.THROTTLE : Verdict.ALLOW;
        var decision = new Decision(reference(), clock.instant(), inquiry.action(), verdict, risk, signals,
                policy.version(), inquiry.address().truncated());
        keepDecision.keep(decision);
        return new Judgement(Optional.of(decision), findings.stream().map(Finding::retryIn).max(Duration::compareTo)
                .orElse(Duration.ZERO));
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
