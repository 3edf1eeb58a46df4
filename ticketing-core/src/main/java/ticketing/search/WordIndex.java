package ticketing.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import ticketing.search.ListingStore.Term;

/**
 * Which events have which words, for the words that PostgreSQL made of them. Never changes: changed events make a new
 * one, which shares with the one before whatever their words do not touch.
 */
final class WordIndex {

    static final WordIndex EMPTY = new WordIndex(new TreeMap<>(), new int[0]);

    private final NavigableMap<String, Postings> postings;
    /** How many words an event has, by its number: with it, whether its words are the same as before is told exactly. */
    private final int[] lengths;

    private WordIndex(NavigableMap<String, Postings> postings, int[] lengths) {
        this.postings = postings;
        this.lengths = lengths;
    }

    /** How many words there are. */
    int size() {
        return postings.size();
    }

    /**
     * The index in which events have these words instead of those they had; without any, they are not in it.
     *
     * @param changed holds the numbers of all in {@code words}
     */
    WordIndex with(BitSet changed, Map<Integer, Set<String>> words) {
        var different = changed.stream().filter(number -> !has(number, words.getOrDefault(number, Set.of())))
                .toArray();
        if (different.length == 0) {
            return this; // as whenever only seats were sold
        }
        var next = new TreeMap<>(postings);
        remove(next, different);
        var added = new TreeMap<String, List<Integer>>();
        for (var number : different) {
            words.getOrDefault(number, Set.of())
                    .forEach(word -> added.computeIfAbsent(word, first -> new ArrayList<>()).add(number));
        }
        added.forEach((word, numbers) -> next.put(word, next.getOrDefault(word, Postings.NONE).with(numbers)));
        var size = Math.max(lengths.length, different[different.length - 1] + 1);
        var nextLengths = Arrays.copyOf(lengths, size);
        for (var number : different) {
            nextLengths[number] = words.getOrDefault(number, Set.of()).size();
        }
        return new WordIndex(next, nextLengths);
    }

    /** Asks every word, because which ones an event had is not kept: that would take as much room as the index. */
    private void remove(NavigableMap<String, Postings> from, int[] numbers) {
        var gone = new BitSet();
        Arrays.stream(numbers).filter(number -> length(number) > 0).forEach(gone::set);
        if (!gone.isEmpty()) {
            from.replaceAll((word, events) -> events.without(gone));
            from.values().removeIf(Postings::isEmpty);
        }
    }

    private boolean has(int number, Set<String> words) {
        return length(number) == words.size()
                && words.stream().allMatch(word -> postings.getOrDefault(word, Postings.NONE).has(number));
    }

    private int length(int number) {
        return number < lengths.length ? lengths[number] : 0;
    }

    /**
     * The numbers of the events that have every word. The last may be the beginning of one, because it may still be
     * typed; so may one that no event has as it stands. What nothing begins with stands for the words that look like
     * it.
     */
    BitSet find(List<Term> terms) {
        var last = terms.getLast();
        return terms.stream().map(term -> union(meant(term, term == last))).reduce((found, more) -> {
            found.and(more);
            return found;
        }).orElseThrow();
    }

    private Stream<Postings> meant(Term term, boolean last) {
        if (!term.begun()) {
            return term.alike().stream().flatMap(words -> Arrays.stream(words.split(" "))).flatMap(this::exactly);
        }
        return term.known() && !last
                ? exactly(term.text())
                : postings.subMap(term.text(), true, term.text() + Character.MAX_VALUE, false).values().stream();
    }

    private Stream<Postings> exactly(String word) {
        return Stream.ofNullable(postings.get(word));
    }

    private BitSet union(Stream<Postings> words) {
        var numbers = new BitSet(lengths.length);
        words.forEach(events -> events.addTo(numbers));
        return numbers;
    }
}
