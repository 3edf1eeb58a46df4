package ticketing.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import ticketing.search.ListingStore.Term;
import ticketing.search.SearchEvents.TextQuery;

class TextQueryTest {

    @Test
    void theLastWordMayStillBeTyped() {
        assertThat(TextQuery.of(List.of(known("hall"), known("ham")))).contains("'hall' & 'ham':*");
    }

    @Test
    void aWordThatNoEventHasMayBeTheBeginningOfOne() {
        assertThat(TextQuery.of(List.of(new Term("hamb", false, true, Optional.empty()), known("rock"))))
                .contains("'hamb':* & 'rock':*");
    }

    @Test
    void whatNothingBeginsWithStandsForWhatLooksLikeIt() {
        assertThat(TextQuery.of(List.of(new Term("velvt", false, false, Optional.of("velvet velour")))))
                .contains("('velvet' | 'velour')");
    }

    @Test
    void whatLooksLikeNothingIsNotFound() {
        assertThat(TextQuery.of(List.of(known("rock"), new Term("zzz", false, false, Optional.empty())))).isEmpty();
    }

    private static Term known(String text) {
        return new Term(text, true, true, Optional.empty());
    }
}
