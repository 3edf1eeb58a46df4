package botdefense.budget;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import botdefense.policy.RuleSetting;

/** A rule that stood in the way of more probable fans than it may. */
record Harm(String rule, RuleBudget.Share share, int budget) {

    private static final int ALL = 100;

    /** @param fewest of so many fans on it is told at all */
    static List<Harm> of(Map<String, RuleSetting> rules, Map<String, RuleBudget.Share> shares, int fewest) {
        return shares.entrySet().stream()
                .filter(share -> share.getValue().fans() >= fewest)
                .filter(share -> rules.containsKey(share.getKey()) && rules.get(share.getKey()).onProbation())
                .map(share -> new Harm(share.getKey(), share.getValue(), rules.get(share.getKey()).budget()))
                .filter(harm -> ALL * harm.share().met() > harm.budget() * harm.share().fans())
                .sorted(Comparator.comparing(Harm::rule)).toList();
    }

    String inWords(Duration window) {
        return "%d of %d probable fans met it within %d minutes, more than %d %%".formatted(share.met(), share.fans(),
                window.toMinutes(), budget);
    }
}
