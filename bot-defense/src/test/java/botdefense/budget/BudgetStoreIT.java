package botdefense.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;

/** Two instances count one budget together. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
class BudgetStoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    BudgetStore store;

    @Inject
    InstantSource clock;

    @Test
    void fansWhomARuleMetOnTwoInstancesCountOnce() {
        var rule = "rule-" + UUID.randomUUID();
        var one = new RuleBudget(Duration.ofMinutes(10), 1_000, clock);
        var other = new RuleBudget(Duration.ofMinutes(10), 1_000, clock);
        met(one, rule, "ada", "grace");
        met(other, rule, "grace", "mary");
        other.met("no fan", Set.of(rule));

        assertThat(exchanged(one, rule).met()).isEqualTo(2);
        assertThat(exchanged(other, rule)).satisfies(share -> {
            assertThat(share.met()).isEqualTo(3);
            assertThat(share.fans()).isGreaterThanOrEqualTo(3);
        });
        assertThat(one.news(10)).as("told once").isEmpty();

        one.forget(rule);
        store.forget(rule).await().atMost(PATIENCE);
        assertThat(exchanged(one, rule).met()).isZero();
    }

    private static void met(RuleBudget budget, String rule, String... fans) {
        for (var fan : fans) {
            budget.met(fan, Set.of(rule));
            budget.proven(fan);
        }
    }

    private RuleBudget.Share exchanged(RuleBudget budget, String rule) {
        var news = budget.news(10);
        var share = store.exchange(news, List.of(rule)).await().atMost(PATIENCE).get(rule);
        budget.told(news);
        return share;
    }
}
