package ticketing.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * The numbers of the events that have a word. Few are kept one by one and many as bits, so that neither a word of one
 * event nor a word of all takes much room. Never changes.
 */
sealed interface Postings {

    Postings NONE = new Few(new int[0]);

    boolean has(int number);

    boolean isEmpty();

    void addTo(BitSet numbers);

    /** The same without some; itself when it has none of them. */
    Postings without(BitSet gone);

    /** The same with some that it did not have. */
    Postings with(Collection<Integer> more);

    /** One by one, in order. */
    record Few(int[] numbers) implements Postings {

        @Override
        public boolean has(int number) {
            return Arrays.binarySearch(numbers, number) >= 0;
        }

        @Override
        public boolean isEmpty() {
            return numbers.length == 0;
        }

        @Override
        public void addTo(BitSet all) {
            for (var number : numbers) {
                all.set(number);
            }
        }

        @Override
        public Postings without(BitSet gone) {
            for (var number : numbers) {
                if (gone.get(number)) {
                    return new Few(Arrays.stream(numbers).filter(kept -> !gone.get(kept)).toArray());
                }
            }
            return this;
        }

        @Override
        public Postings with(Collection<Integer> more) {
            var all = IntStream.concat(Arrays.stream(numbers), more.stream().mapToInt(Integer::intValue)).sorted()
                    .toArray();
            return Many.takesLess(all.length, all[all.length - 1]) ? Many.of(all) : new Few(all);
        }
    }

    /** As bits. */
    record Many(BitSet numbers) implements Postings {

        private static Many of(int[] numbers) {
            var bits = new BitSet(numbers[numbers.length - 1] + 1);
            for (var number : numbers) {
                bits.set(number);
            }
            return new Many(bits);
        }

        /** A bit for each number up to the last, rather than 32 for each that there is. */
        private static boolean takesLess(int many, int last) {
            return (long) many * Integer.SIZE > last;
        }

        @Override
        public boolean has(int number) {
            return numbers.get(number);
        }

        @Override
        public boolean isEmpty() {
            return numbers.isEmpty();
        }

        @Override
        public void addTo(BitSet all) {
            all.or(numbers);
        }

        @Override
        public Postings without(BitSet gone) {
            if (!numbers.intersects(gone)) {
                return this;
            }
            var kept = (BitSet) numbers.clone();
            kept.andNot(gone);
            return takesLess(kept.cardinality(), kept.length()) ? new Many(kept) : new Few(kept.stream().toArray());
        }

        @Override
        public Postings with(Collection<Integer> more) {
            var all = (BitSet) numbers.clone();
            more.forEach(all::set);
            return new Many(all);
        }
    }
}
