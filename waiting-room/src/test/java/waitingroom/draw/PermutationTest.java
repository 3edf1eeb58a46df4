package waitingroom.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise W7: everybody in the lobby gets one place, each place goes to one, and none is likelier than another. */
class PermutationTest {

    /** Beyond this a fair die is thrown away once in a million runs: z = 4.75 on the normal approximation. */
    private static final double ONE_IN_A_MILLION = 4.75;

    /** Rerun one seed with -Dseed=42. */
    static LongStream seeds() {
        var seed = Long.getLong("seed");
        return seed == null ? LongStream.range(0, 5) : LongStream.of(seed);
    }

    static LongStream sizesAroundPowersOfTwo() {
        return IntStream.rangeClosed(2, 16).mapToLong(bits -> 1L << bits).flatMap(n -> LongStream.of(n - 1, n, n + 1));
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 5, 6, 7, 10, 100, 1_000, 99_991, 1_000_000 })
    @MethodSource("sizesAroundPowersOfTwo")
    void eachPlaceGoesToExactlyOneAndTheInverseFindsThem(long size) {
        var permutation = permutation(new Random(size), size);
        var taken = new BitSet();

        for (var index = 0L; index < size; index++) {
            var place = permutation.placeOf(index);

            assertThat(permutation.indexOf(place)).isEqualTo(index);
            taken.set(Math.toIntExact(place));
        }

        assertThat(taken.cardinality()).isEqualTo((int) size);
        assertThat(taken.nextSetBit(0)).isEqualTo(1);
        assertThat(taken.length()).isEqualTo((int) size + 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneFanIsDrawnToEveryPlaceEquallyOften(long seed) {
        var random = new Random(seed);
        var size = 37;
        var counts = new long[size];

        for (var draw = 0; draw < 37_000; draw++) {
            counts[(int) permutation(random, size).placeOf(11) - 1]++;
        }

        assertFair(counts);
    }

    /** Twenty-four orders of four, six of three: not only single places but the whole order is fair. */
    @ParameterizedTest
    @ValueSource(ints = { 2, 3, 4 })
    void everyOrderOfASmallLobbyIsEquallyLikely(int size) {
        var random = new Random(size);
        var orders = new HashMap<String, Long>();

        for (var draw = 0; draw < 48_000; draw++) {
            var permutation = permutation(random, size);
            orders.merge(
                    LongStream.range(0, size).mapToObj(permutation::placeOf).toList().toString(), 1L, Long::sum);
        }

        assertThat(orders).hasSize(IntStream.rangeClosed(1, size).reduce(1, (a, b) -> a * b));
        assertFair(orders.values().stream().mapToLong(Long::longValue).toArray());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neighboursInTheLobbyAreNotNeighboursInTheQueue(long seed) {
        var random = new Random(seed);
        var size = 12;
        var counts = new long[size * size];

        for (var draw = 0; draw < 66_000; draw++) {
            var permutation = permutation(random, size);
            counts[(int) ((permutation.placeOf(4) - 1) * size + permutation.placeOf(5) - 1)]++;
        }

        assertFair(LongStream.of(counts).filter(count -> count > 0).toArray());
        assertThat(LongStream.of(counts).filter(count -> count > 0)).hasSize(size * (size - 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comingEarlyGivesNoBetterPlaceInALargeLobby(long seed) {
        var size = 1_000_000;
        var deciles = new long[10];
        var permutation = permutation(new Random(seed), size);

        for (var index = 0; index < size / 10; index++) {
            deciles[(int) ((permutation.placeOf(index) - 1) * 10 / size)]++;
        }

        assertFair(deciles);
    }

    @Test
    void aMillionInTheLobbyGetAMillionPlaces() {
        var permutation = permutation(new Random(1), 1_000_000);
        var taken = new BitSet();

        for (var index = 0; index < 1_000_000; index++) {
            taken.set(Math.toIntExact(permutation.placeOf(index)));
        }

        assertThat(taken.cardinality()).isEqualTo(1_000_000);
        assertThat(taken.nextSetBit(0)).isEqualTo(1);
        assertThat(taken.length()).isEqualTo(1_000_001);
    }

    @Test
    void nobodyOutsideTheLobbyHasAPlace() {
        var permutation = permutation(new Random(0), 10);

        assertThatThrownBy(() -> permutation.placeOf(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> permutation.placeOf(10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> permutation.indexOf(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> permutation.indexOf(11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> permutation(new Random(0), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sipHashAnswersAsItsAuthorsSay() {
        var hash = SipHash.ofWord(0x0706050403020100L, 0x0f0e0d0c0b0a0908L, 0x0706050403020100L);

        assertThat(hash).isEqualTo(0x93f5f5799a932462L);
    }

    private static Permutation permutation(Random random, long size) {
        var key = new byte[16];
        random.nextBytes(key);
        return new Permutation(ByteBuffer.wrap(key), size);
    }

    /** Pearson's chi squared, by Wilson and Hilferty's cube root on the scale of a standard normal. */
    private static void assertFair(long[] counts) {
        var degrees = counts.length - 1.0;
        var expected = (double) LongStream.of(counts).sum() / counts.length;
        var chiSquared = LongStream.of(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
        var spread = 2 / (9 * degrees);
        var z = (Math.cbrt(chiSquared / degrees) - (1 - spread)) / Math.sqrt(spread);
        assertThat(z).isLessThan(ONE_IN_A_MILLION);
    }
}
