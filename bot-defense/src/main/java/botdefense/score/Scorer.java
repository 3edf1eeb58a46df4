package botdefense.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

import botdefense.Action;
import botdefense.policy.Ladder.Step;
import botdefense.policy.Mode;
import botdefense.policy.Policy;
import botdefense.policy.RuleSetting;

/**
 * Weighs what was seen: points add up within a family to its cap, families add up, credits take off, and the ladder of
 * the action tells the measure. Nothing but arithmetic, so the same sightings and policy give the same answer anywhere.
 */
public final class Scorer {

    private static final int FULL = 100;

    private Scorer() {}

    /**
     * @param held the step the client stands on already
     * @param lot  0 to 99, the same for one client: who is among the percentage a rule is heard about
     */
    public static Assessment assess(Policy policy, Action action, List<Sighting> sightings, Step held, int lot) {
        var signals = new ArrayList<Signal>(sightings.size());
        for (var sighting : sightings) {
            policy.rule(sighting.rule())
                    .filter(rule -> rule.mode() != Mode.OFF && !rule.family().equals(RuleSetting.LIMIT))
                    .ifPresent(rule -> signals.add(new Signal(sighting.rule(), rule.family(),
                            rule.points() * sighting.percent() / FULL, sighting.evidence(), effective(rule, lot))));
        }
        return new Assessment(signals, outcome(policy, action, signals, held, signal -> true),
                outcome(policy, action, signals, held, signal -> signal.mode() == Mode.ENFORCE));
    }

    private static Mode effective(RuleSetting rule, int lot) {
        return rule.mode() == Mode.ENFORCE && lot >= rule.percentage() ? Mode.SHADOW : rule.mode();
    }

    /** What these signals come to under a policy; those that do not count are left out. */
    public static Assessment.Outcome outcome(Policy policy, Action action, List<Signal> signals, Step held,
            Predicate<Signal> counts) {
        var families = new HashMap<String, Integer>();
        var hard = false;
        for (var signal : signals) {
            if (counts.test(signal)) {
                families.merge(signal.family(), signal.points(), Integer::sum);
                hard |= policy.rule(signal.id()).map(RuleSetting::hard).orElse(false);
            }
        }
        var credit = Math.min(policy.creditCap(), families.getOrDefault(RuleSetting.CREDIT, 0));
        var against = new HashSet<String>();
        var sum = 0;
        for (var family : families.entrySet()) {
            if (!family.getKey().equals(RuleSetting.CREDIT) && family.getValue() > 0) {
                against.add(family.getKey());
                sum += Math.min(policy.capOf(family.getKey()), family.getValue());
            }
        }
        var risk = Math.clamp(sum - credit, 0, Policy.MOST);
        var step = policy.ladder(action).stepOf(risk, held, policy.hysteresis());
        var denied = step == Step.DENY && !hard && against.size() < 2;
        return new Assessment.Outcome(risk, denied ? milder(policy, action) : step);
    }

    /** One family alone never denies (B2): the hardest step below. */
    private static Step milder(Policy policy, Action action) {
        var ladder = policy.ladder(action);
        return ladder.review() != null
                ? Step.REVIEW
                : ladder.other() != null
                        ? Step.OTHER
                        : ladder.medium() != null
                                ? Step.MEDIUM
                                : ladder.challenge() != null
                                        ? Step.LIGHT
                                        : ladder.throttle() != null ? Step.THROTTLE : Step.NONE;
    }
}
