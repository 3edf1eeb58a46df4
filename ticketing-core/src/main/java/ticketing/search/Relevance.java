package ticketing.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How well an event fits what was typed, beyond having the words at all: whose title begins with it comes first, then
 * whose title has all the words, then whose venue, organizer or text has them, or words that look like them. Cheap, as
 * it is asked of every event that fits.
 */
record Relevance(String typed, List<String> words) {

    static final int TIERS = 3;

    private static final int BEGINS = 0;
    private static final int HAS = 1;
    private static final int ELSEWHERE = 2;

    static Relevance of(Optional<String> query) {
        var typed = query.map(ListedEvent::titleKey).orElse("").strip();
        return new Relevance(typed,
                Arrays.stream(typed.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList());
    }

    /** 0 is the best. */
    int tier(ListedEvent event) {
        return tier(event.titleKey());
    }

    /** @param title as it is looked up */
    int tier(String title) {
        if (words.isEmpty()) {
            return ELSEWHERE;
        }
        if (title.startsWith(typed)) {
            return BEGINS;
        }
        return words.stream().allMatch(word -> hasWord(title, word)) ? HAS : ELSEWHERE;
    }

    /** Whether a word of the title begins so. */
    private static boolean hasWord(String title, String word) {
        for (var at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(title.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
