package botdefense.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.decision.Decision;
import botdefense.decision.FindDecisions;
import botdefense.policy.Ladder.Step;
import botdefense.policy.Mode;
import botdefense.policy.Policy;
import botdefense.policy.PolicyBoard;
import botdefense.policy.RuleSetting;
import botdefense.policy.Verdict;
import botdefense.score.Scorer;
import botdefense.score.Signal;
import io.smallrye.mutiny.Uni;

/**
 * What a draft would have made of the latest decisions that were kept. It weighs again what was seen then: rules that
 * were off saw nothing, and those that allowed are a sample.
 */
@ApplicationScoped
class TryPolicy {

    private static final int MOST_EXAMPLES = 20;

    private final FindDecisions decisions;
    private final PolicyBoard policies;

    TryPolicy(FindDecisions decisions, PolicyBoard policies) {
        this.decisions = decisions;
        this.policies = policies;
    }

    Policy base() {
        return policies.policy();
    }

    Uni<Trial> over(Policy draft, int most) {
        var base = policies.policy();
        return decisions.latest(most).map(found -> weigh(base, draft, found));
    }

    static Trial weigh(Policy base, Policy draft, List<Decision> decisions) {
        var transitions = new TreeMap<String, Integer>();
        var after = new EnumMap<Verdict, Integer>(Verdict.class);
        var before = new EnumMap<Verdict, Integer>(Verdict.class);
        var contributions = new TreeMap<String, Integer>();
        var networks = new LinkedHashMap<String, Integer>();
        var examples = new ArrayList<Example>();
        for (var decision : decisions) {
            var verdict = verdictOf(base, draft, decision);
            before.merge(decision.verdict(), 1, Integer::sum);
            after.merge(verdict, 1, Integer::sum);
            if (verdict != decision.verdict()) {
                transitions.merge(decision.verdict() + " " + verdict, 1, Integer::sum);
                if (examples.size() < MOST_EXAMPLES) {
                    examples.add(new Example(decision.reference(), decision.action().word(), decision.verdict(),
                            verdict));
                }
                if (verdict.compareTo(decision.verdict()) > 0) {
                    networks.merge(decision.address(), 1, Integer::sum);
                }
            }
            decision.signals().forEach(signal -> contributions.merge(signal.id(),
                    draft.rule(signal.id()).map(RuleSetting::points).orElse(0), Integer::sum));
        }
        var changes = transitions.entrySet().stream().map(transition -> {
            var ends = transition.getKey().split(" ");
            return new Change(Verdict.valueOf(ends[0]), Verdict.valueOf(ends[1]), transition.getValue());
        }).toList();
        var hurt = networks.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())).limit(MOST_EXAMPLES)
                .map(network -> new Hurt(network.getKey(), network.getValue())).toList();
        return new Trial(decisions.size(), before, after, changes, contributions, hurt, examples);
    }

    private static Verdict verdictOf(Policy base, Policy draft, Decision decision) {
        var limited = decision.signals().stream().anyMatch(signal -> RuleSetting.LIMIT.equals(signal.family())
                && draft.modeOf(signal.id()) == Mode.ENFORCE);
        if (limited) {
            return Verdict.THROTTLE;
        }
        var signals = decision.signals().stream().flatMap(signal -> reweighed(base, draft, signal).stream()).toList();
        return Scorer.outcome(draft, decision.action(), signals, Step.NONE, signal -> signal.mode() == Mode.ENFORCE)
                .step().verdict();
    }

    /** A part of a rule's points stays that part as long as the rule weighs the same. */
    private static Optional<Signal> reweighed(Policy base, Policy draft, Signal signal) {
        var weighed = base.rule(signal.id()).map(RuleSetting::points).orElse(0);
        return draft.rule(signal.id()).filter(rule -> rule.mode() != Mode.OFF)
                .map(rule -> new Signal(signal.id(), rule.family(),
                        rule.points() == weighed ? signal.points() : rule.points(), signal.evidence(), rule.mode()));
    }

    /** @param hurt networks that would have got something harder */
    record Trial(int examined, Map<Verdict, Integer> before, Map<Verdict, Integer> after, List<Change> changes,
            Map<String, Integer> contributions, List<Hurt> hurt, List<Example> examples) {}

    record Change(Verdict before, Verdict after, int count) {}

    record Hurt(String address, int count) {}

    record Example(String reference, String action, Verdict before, Verdict after) {}
}
