package botdefense.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import botdefense.policy.Mode;
import botdefense.policy.PolicyReader;
import botdefense.policy.RuleSetting;
import org.junit.jupiter.api.Test;

class RuleBudgetTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int FEWEST = 20;
    private static final Map<String, RuleSetting> RULES = PolicyReader.builtIn().rules();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T20:00:00Z"));
    private final RuleBudget budget = new RuleBudget(WINDOW, 1_000, now::get);

    @Test
    void aRuleThatMetMoreFansThanItMayDoesHarm() {
        fans(0, 100);
        met(0, 5, "known-crawler");
        assertThat(harm(RULES)).as("five of a hundred are within five percent").isEmpty();

        met(5, 6, "known-crawler");

        assertThat(harm(RULES)).singleElement().satisfies(harm -> {
            assertThat(harm.rule()).isEqualTo("known-crawler");
            assertThat(harm.inWords(WINDOW))
                    .isEqualTo("6 of 100 probable fans met it within 10 minutes, more than 5 %");
        });
    }

    /** Met first, and bought afterwards: that is how it goes with those who were challenged in the queue. */
    @Test
    void whoProvesItLaterCountsToo() {
        met(0, 10, "hosting-network");
        assertThat(harm(RULES)).isEmpty();

        fans(0, 40);

        assertThat(harm(RULES)).extracting(Harm::rule).containsExactly("hosting-network");
    }

    /** Or a farm could put a rule out of force by being stopped by it often enough. */
    @Test
    void clientsThatProveNothingCostARuleNothing() {
        fans(500, 520);
        met(0, 400, "known-crawler");

        assertThat(harm(RULES)).isEmpty();
    }

    @Test
    void ofFewFansNothingIsConcluded() {
        fans(0, FEWEST - 1);
        met(0, FEWEST - 1, "known-crawler");
        assertThat(harm(RULES)).isEmpty();

        fans(FEWEST - 1, FEWEST);

        assertThat(harm(RULES)).hasSize(1);
    }

    @Test
    void whatIsLongerAgoThanTheWindowIsForgotten() {
        fans(0, 30);
        met(0, 30, "known-crawler");
        now.updateAndGet(moment -> moment.plus(WINDOW).minusMillis(1));
        assertThat(harm(RULES)).hasSize(1);

        now.updateAndGet(moment -> moment.plusMillis(1));

        assertThat(harm(RULES)).isEmpty();
    }

    @Test
    void aRuleInShadowAnAdminsListAndACounterDoNoHarm() {
        fans(0, 30);
        met(0, 30, "known-bot");
        met(0, 30, "block-list");
        met(0, 30, "address-rate");
        met(0, 30, "no-such-rule");

        assertThat(harm(RULES)).isEmpty();
    }

    @Test
    void aBudgetOfItsOwnAndANewBeginning() {
        fans(0, 30);
        met(0, 15, "known-crawler");
        assertThat(harm(Map.of("known-crawler",
                new RuleSetting("declaration", 60, Mode.ENFORCE, null, null, 50, null)))).isEmpty();
        assertThat(harm(RULES)).hasSize(1);

        budget.forget("known-crawler");

        assertThat(harm(RULES)).isEmpty();
    }

    @Test
    void onlySoManyAreRemembered() {
        fans(0, 1_000);
        met(0, 500, "known-crawler");

        fans(1_000, 1_900);

        assertThat(budget.shares()).isEmpty();
    }

    private java.util.List<Harm> harm(Map<String, RuleSetting> rules) {
        return Harm.of(rules, budget.shares(), FEWEST);
    }

    private void fans(int from, int to) {
        IntStream.range(from, to).forEach(fan -> budget.proven("client" + fan));
    }

    private void met(int from, int to, String rule) {
        IntStream.range(from, to).forEach(client -> budget.met("client" + client, Set.of(rule)));
    }
}
