package botdefense.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

class DebtsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T20:00:00Z"));
    private final Debts debts = new Debts(2, Duration.ofSeconds(10), 3, now::get);

    @Test
    void aFewMayBeOwedAndAreChargedOnce() {
        debts.owe("a");
        assertThat(debts.mayOwe("a")).isTrue();
        debts.owe("a");

        assertThat(debts.mayOwe("a")).isFalse();
        assertThat(debts.charge("a")).isEqualTo(2);
        assertThat(debts.charge("a")).as("of two at the same moment one pays").isZero();
    }

    @Test
    void aDebtIsForgottenAtThePaceTheBucketRefills() {
        debts.owe("a");
        debts.owe("a");

        pass(Duration.ofSeconds(10));
        assertThat(debts.mayOwe("a")).isTrue();
        debts.owe("a");
        assertThat(debts.mayOwe("a")).isFalse();
        pass(Duration.ofSeconds(20));
        debts.owe("a");
        assertThat(debts.mayOwe("a")).isTrue();
    }

    @Test
    void whoeverIsCountedStaysSoUntilThereWasQuiet() {
        debts.charge("a");

        pass(Duration.ofSeconds(19));
        assertThat(debts.mayOwe("a")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(debts.mayOwe("a")).isTrue();
    }

    @Test
    void whatTheStoreDidNotTakeIsOwedAgain() {
        debts.owe("a");
        debts.giveBack("a", debts.charge("a"));

        assertThat(debts.mayOwe("a")).isFalse();
        assertThat(debts.charge("a")).isEqualTo(1);
    }

    @Test
    void onlySoManyAreRemembered() {
        debts.charge("first");
        debts.owe("second");
        debts.owe("third");
        debts.owe("fourth");

        assertThat(debts.mayOwe("first")).isTrue();
    }

    private void pass(Duration span) {
        now.updateAndGet(moment -> moment.plus(span));
    }
}
