package ticketing.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceTest {

    @ParameterizedTest
    @CsvSource({ "Gamma, Gamma Rays, 0", "gámma r, GAMMA Rays, 0", "gamma, The Gammas, 1", "rays gamma, Gamma Rays, 1",
            "ray, The Array, 2", "hamburg, Gamma Rays, 2", "'', Gamma Rays, 2" })
    void theBestMatchIsTheTitleThatBeginsSoThenTheOneThatHasAllWords(String typed, String title, int tier) {
        assertThat(Relevance.of(Optional.of(typed)).tier(ListedEvent.titleKey(title))).isEqualTo(tier);
    }
}
