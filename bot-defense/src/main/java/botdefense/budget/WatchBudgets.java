package botdefense.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import botdefense.mark.Marked;
import botdefense.policy.ChangePolicy;
import botdefense.policy.PolicyBoard;
import botdefense.policy.RuleSetting;
import botdefense.store.Refreshed;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Puts a rule into shadow that stands in the way of more probable fans than its budget allows, and says so: in the log,
 * the audit, the policy and a metric. An admin who enforces it again begins a new count.
 */
@Singleton
public class WatchBudgets implements Refreshed {

    /** Mark of a client that bought, or whose appeal was granted. */
    public static final String PROVEN = "proven-fan";

    private static final Logger LOG = Logger.getLogger(WatchBudgets.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private static final int MOST_NEWS = 2_000;

    private final BudgetConfig config;
    private final BudgetStore store;
    private final PolicyBoard policies;
    private final ChangePolicy change;
    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final RuleBudget budget;
    private volatile Instant next = Instant.MIN;

    WatchBudgets(BudgetConfig config, BudgetStore store, PolicyBoard policies, ChangePolicy change,
            MeterRegistry metrics,
            InstantSource clock) {
        this.config = config;
        this.store = store;
        this.policies = policies;
        this.change = change;
        this.metrics = metrics;
        this.clock = clock;
        budget = new RuleBudget(config.window(), config.mostClients(), clock);
    }

    /** These rules made it harder for a client that did not prove anything yet, or for one that did. */
    public void met(String client, Set<String> rules) {
        budget.met(client, rules);
    }

    /** A client that proved to be a fan is here. */
    public void proven(String client) {
        budget.proven(client);
    }

    void learn(@Observes Marked marked) {
        if (marked.rule().equals(PROVEN)) {
            budget.proven(marked.subject());
        }
    }

    @Override
    public Uni<Void> refresh() {
        var now = clock.instant();
        if (now.isBefore(next)) {
            return Uni.createFrom().voidItem();
        }
        next = now.plus(EVERY);
        var rules = policies.policy().rules();
        return forgetThoseInShadow(rules).chain(() -> shares(rules))
                .map(shares -> Harm.of(rules, shares, config.fewestFans()))
                .chain(harmful -> all(harmful.stream().map(this::demote).toList()));
    }

    private Uni<Void> forgetThoseInShadow(Map<String, RuleSetting> rules) {
        var over = rules.entrySet().stream()
                .filter(rule -> !rule.getValue().onProbation() && budget.knows(rule.getKey()))
                .map(Map.Entry::getKey).toList();
        over.forEach(budget::forget);
        return all(over.stream().map(store::forget).toList());
    }

    /** Of all instances; of this one alone while the store does not say. */
    private Uni<Map<String, RuleBudget.Share>> shares(Map<String, RuleSetting> rules) {
        var news = budget.news(MOST_NEWS);
        var counted = rules.entrySet().stream().filter(rule -> rule.getValue().onProbation()).map(Map.Entry::getKey)
                .toList();
        return store.exchange(news, counted).invoke(() -> budget.told(news))
                .onFailure().recoverWithItem(budget::shares);
    }

    private static Uni<Void> all(List<Uni<Void>> steps) {
        return steps.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(steps).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> demote(Harm harm) {
        return change.demote(harm.rule(), harm.inWords(config.window())).invoke(demoted -> {
            if (demoted) {
                LOG.warnf("rule put itself into shadow rule=%s met=%d fans=%d", harm.rule(), harm.share().met(),
                        harm.share().fans());
                metrics.counter("defense.rules.demoted", "rule", harm.rule()).increment();
            }
        }).replaceWithVoid();
    }
}
