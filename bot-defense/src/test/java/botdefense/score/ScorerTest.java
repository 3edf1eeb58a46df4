package botdefense.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import botdefense.Action;
import botdefense.policy.Ladder.Step;
import botdefense.policy.Mode;
import botdefense.policy.Policy;
import botdefense.policy.PolicyReader;
import botdefense.policy.RuleSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScorerTest {

    private static final Policy POLICY = PolicyReader.builtIn();

    /** Rerun one seed with -Dseed=42. */
    static LongStream seeds() {
        var seed = Long.getLong("seed");
        return seed == null ? LongStream.range(0, 200) : LongStream.of(seed);
    }

    /** B2: whatever is seen, and however often. */
    @ParameterizedTest
    @MethodSource("seeds")
    void denialTakesTwoFamiliesOrAHardSignal(long seed) {
        var random = new Random(seed);
        var rules = new ArrayList<>(POLICY.rules().keySet());
        var sightings = random.ints(random.nextInt(12), 0, rules.size())
                .mapToObj(rule -> new Sighting(rules.get(rule), random.nextInt(101), "seen")).toList();

        for (var action : Action.values()) {
            var assessment = Scorer.assess(POLICY, action, sightings,
                    Step.values()[random.nextInt(Step.values().length)], 0);
            for (var mode : List.of(Mode.SHADOW, Mode.ENFORCE)) {
                var outcome = mode == Mode.ENFORCE ? assessment.enforced() : assessment.full();
                var counted = assessment.signals().stream()
                        .filter(signal -> mode == Mode.SHADOW || signal.mode() == Mode.ENFORCE).toList();
                var families = new HashSet<>(counted.stream().filter(signal -> signal.points() > 0)
                        .map(Signal::family).filter(family -> !family.equals(RuleSetting.CREDIT)).toList());
                var hard = counted.stream().anyMatch(signal -> POLICY.rule(signal.id()).orElseThrow().hard());
                if (outcome.step() == Step.DENY) {
                    assertThat(hard || families.size() >= 2).as("seed %d: %s", seed, counted).isTrue();
                }
            }
        }
    }

    @Test
    void anAddressAloneIsNeverChallengedLetAloneDenied() {
        var seen = List.of(Sighting.of("hosting-network", ""), Sighting.of("anonymous-network", ""),
                Sighting.of("listed-network", ""));

        var outcome = Scorer.assess(POLICY, Action.JOIN, seen, Step.NONE, 0).enforced();

        assertThat(outcome.risk()).isEqualTo(POLICY.capOf("network"));
        assertThat(outcome.step()).isIn(Step.NONE, Step.LIGHT);
    }

    /** B3. */
    @Test
    void whatARuleInShadowSeesDoesNotCount() {
        var assessment = Scorer.assess(POLICY, Action.JOIN, List.of(Sighting.of("http-library", "")), Step.NONE, 0);

        assertThat(assessment.full().step()).isEqualTo(Step.MEDIUM);
        assertThat(assessment.enforced()).isEqualTo(new Assessment.Outcome(0, Step.NONE));
    }

    @Test
    void aRuleIsHeardAboutSoManyOfAHundredClients() {
        var rule = new RuleSetting("declaration", 60, Mode.ENFORCE, 30, false, null, null);
        var rules = new java.util.TreeMap<>(POLICY.rules());
        rules.put("known-crawler", rule);
        var policy = new Policy(POLICY.stance(), rules, POLICY.families(), POLICY.creditCap(), POLICY.hysteresis(),
                POLICY.thresholds(), POLICY.challenge());

        var heard = LongStream.range(0, 100).filter(lot -> Scorer.assess(policy, Action.JOIN,
                List.of(Sighting.of("known-crawler", "")), Step.NONE, (int) lot).enforced().step() != Step.NONE)
                .count();

        assertThat(heard).isEqualTo(30);
    }

    @Test
    void aMeasureIsLiftedOnlyWellBelowItsThreshold() {
        var ladder = POLICY.ladder(Action.JOIN);

        assertThat(ladder.stepOf(29, Step.NONE, 10)).isEqualTo(Step.NONE);
        assertThat(ladder.stepOf(30, Step.NONE, 10)).isEqualTo(Step.LIGHT);
        assertThat(ladder.stepOf(21, Step.LIGHT, 10)).isEqualTo(Step.LIGHT);
        assertThat(ladder.stepOf(19, Step.LIGHT, 10)).isEqualTo(Step.NONE);
        assertThat(ladder.stepOf(45, Step.LIGHT, 10)).as("held steps do not lift harder ones").isEqualTo(Step.LIGHT);
    }

    @Test
    void creditsTakeOffNoMoreThanTheirCap() {
        var seen = List.of(Sighting.of("known-crawler", ""), Sighting.of("solved-challenge", ""),
                Sighting.of("solved-challenge", ""), Sighting.of("solved-challenge", ""));

        assertThat(Scorer.assess(POLICY, Action.JOIN, seen, Step.NONE, 0).enforced().risk()).isEqualTo(20);
    }
}
