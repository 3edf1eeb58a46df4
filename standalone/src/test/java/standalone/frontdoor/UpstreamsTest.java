package standalone.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class UpstreamsTest {

    private final Upstream one = new Upstream("one", 1);
    private final Upstream two = new Upstream("two", 2);
    private final Upstream three = new Upstream("three", 3);
    private final Upstreams upstreams = new Upstreams(List.of(one, two, three));

    @Test
    void readyInstancesTakeTurns() {
        List.of(one, two, three).forEach(Upstream::isReady);

        var firsts = List.of(upstreams.inTurn().getFirst(), upstreams.inTurn().getFirst(),
                upstreams.inTurn().getFirst(), upstreams.inTurn().getFirst());

        assertThat(firsts).containsExactly(one, two, three, one);
    }

    @Test
    void anInstanceThatIsNotReadyIsTheLastToBeTried() {
        one.isReady();
        three.isReady();

        for (var turn = 0; turn < 6; turn++) {
            assertThat(upstreams.inTurn()).hasSize(3).last().isEqualTo(two);
        }
    }

    @Test
    void withNoneReadyAllAreTriedAllTheSame() {
        assertThat(upstreams.inTurn()).containsExactlyInAnyOrder(one, two, three);
    }

    @Test
    void noInstancesNeedNoTurn() {
        assertThat(new Upstreams(List.of()).inTurn()).isEmpty();
    }
}
