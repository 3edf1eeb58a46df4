package ticketing.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ticketing.search.ListingStore.Term;

/** Terms are as PostgreSQL makes them of what was typed: small letters, no accents. */
class WordIndexTest {

    private static final WordIndex INDEX = index(Map.of(
            1, Set.of("velvet", "horses", "hall", "12", "hamburg"),
            2, Set.of("velour", "hallway", "120", "wien"),
            3, Set.of("horses", "hall", "13", "hamburg")));

    @Test
    void everyWordMustBeThere() {
        assertThat(find(INDEX, known("hamburg"), known("horses"))).containsExactly(1, 3);
        assertThat(find(INDEX, known("wien"), known("horses"))).isEmpty();
    }

    @Test
    void onlyTheLastWordMayStillBeTyped() {
        assertThat(find(INDEX, known("hall"))).containsExactly(1, 2, 3);
        assertThat(find(INDEX, known("hall"), known("12"))).containsExactly(1);
        assertThat(find(INDEX, known("12"), known("hall"))).containsExactly(1);
    }

    @Test
    void aWordThatNoEventHasMayBeTheBeginningOfOne() {
        assertThat(find(INDEX, begun("hors"), known("13"))).containsExactly(3);
    }

    @Test
    void whatNothingBeginsWithStandsForWhatLooksLikeIt() {
        assertThat(find(INDEX, mistyped("velvt", "velvet velour"))).containsExactly(1, 2);
        assertThat(find(INDEX, mistyped("velvt", "velvet velour"), known("wien"))).containsExactly(2);
    }

    @Test
    void whatLooksLikeNothingIsNotFound() {
        assertThat(find(INDEX, known("horses"), new Term("zzz", false, false, Optional.empty()))).isEmpty();
        assertThat(find(INDEX, known("only"), known("in"), known("drafts"))).isEmpty();
    }

    @Test
    void anEventHasItsNewWordsAndNoneOfTheOld() {
        var changed = INDEX.with(numbers(1, 3), Map.of(1, Set.of("silent", "horses", "hamburg")));

        assertThat(find(changed, known("silent"))).containsExactly(1);
        assertThat(find(changed, known("velvet"))).isEmpty();
        assertThat(find(changed, known("horses"))).containsExactly(1);
        assertThat(find(INDEX, known("velvet"))).containsExactly(1);
    }

    @Test
    void wordsThatNoEventHasAnyMoreTakeNoRoom() {
        assertThat(INDEX.with(numbers(1, 2, 3), Map.of()).size()).isZero();
    }

    /** So it is whenever seats were sold, which is all the time. */
    @Test
    void theSameWordsAreNoChange() {
        assertThat(INDEX.with(numbers(2, 7), Map.of(2, Set.of("wien", "120", "hallway", "velour")))).isSameAs(INDEX);
    }

    /** Common words and rare ones, which are kept in different ways, and words that go from one way to the other. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5 })
    void findsWhatAPlainWalkFinds(long seed) {
        var random = new Random(seed);
        var truth = new HashMap<Integer, Set<String>>();
        var index = WordIndex.EMPTY;

        for (var round = 0; round < 40; round++) {
            var changed = new BitSet();
            random.ints(60, 0, 400).forEach(changed::set);
            var words = new HashMap<Integer, Set<String>>();
            changed.stream().filter(number -> random.nextInt(4) > 0).forEach(number -> words.put(number,
                    words(random)));
            changed.stream().forEach(truth::remove);
            truth.putAll(words);
            index = index.with(changed, words);
        }

        for (var rank = 0; rank < 64; rank++) {
            var word = "w" + rank;
            assertThat(find(index, known(word), begun("w"))).as(word).containsExactlyElementsOf(truth.keySet().stream()
                    .filter(number -> truth.get(number).contains(word)).sorted().toList());
        }
        assertThat(index.size()).isEqualTo((int) truth.values().stream().flatMap(Set::stream).distinct().count());
    }

    /** Those of low rank are in most events. */
    private static Set<String> words(Random random) {
        var words = new HashSet<String>();
        random.ints(6, 0, 64).forEach(any -> words.add("w" + random.nextInt(any + 1)));
        return words;
    }

    private static WordIndex index(Map<Integer, Set<String>> words) {
        return WordIndex.EMPTY.with(numbers(words.keySet().stream().mapToInt(Integer::intValue).toArray()), words);
    }

    private static BitSet numbers(int... numbers) {
        var set = new BitSet();
        for (var number : numbers) {
            set.set(number);
        }
        return set;
    }

    private static List<Integer> find(WordIndex index, Term... terms) {
        return index.find(List.of(terms)).stream().boxed().toList();
    }

    private static Term known(String text) {
        return new Term(text, true, true, Optional.empty());
    }

    private static Term begun(String text) {
        return new Term(text, false, true, Optional.empty());
    }

    private static Term mistyped(String text, String alike) {
        return new Term(text, false, false, Optional.of(alike));
    }
}
