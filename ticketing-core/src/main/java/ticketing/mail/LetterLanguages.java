package ticketing.mail;

import java.util.Set;

/**
 * In which languages letters are written: in English, and in German as well where German is spoken at the venue. Who
 * goes there may read no English, and what their browser prefers nobody knows any more when the letter is written.
 */
public final class LetterLanguages {

    private static final Set<String> GERMAN_SPEAKING = Set.of("DE", "AT", "CH", "LI");

    private LetterLanguages() {}

    /** @param country of the venue, by its two letters */
    public static boolean germanIn(String country) {
        return GERMAN_SPEAKING.contains(country);
    }
}
