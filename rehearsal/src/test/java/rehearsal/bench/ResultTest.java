package rehearsal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void aGoalIsReachedAtItsBound() {
        var result = new Result("some").atLeast("ratio", 0.6, 0.6).atMost("bytes", 200, 200).atLeast("low", 0.59, 0.6);

        assertThat(result.goals()).extracting(Result.Goal::reached).containsExactly(true, true, false);
    }

    @Test
    void thePlotHoldsEveryLineAndEscapesItsText() {
        var result = new Result("a < b").rounds("first", List.of(1.0, 2.0)).rounds("second", List.of(3.0, 4.0));

        assertThat(Plot.of(result)).startsWith("<svg").contains("a &lt; b", "first", "second", "<polyline");
    }

    @Test
    void theMedianOfTheRoundsForgetsAnOutlier() {
        assertThat(Turns.median(List.of(10.0, 1000.0, 11.0))).isEqualTo(11);
        assertThat(Turns.median(List.of(10.0, 12.0))).isEqualTo(11);
    }

    @Test
    void theWorstWindowIsFound() {
        assertThat(RateBench.mostInAnyWindow(List.of(0L, 30_000L, 60_000L, 89_999L, 90_000L))).isEqualTo(3);
    }
}
