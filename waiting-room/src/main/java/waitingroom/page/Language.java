package waitingroom.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language of the queue page. To add one, name it here and write its words into
 * {@code queue/words/<tag>.properties}; a test tells what is missing.
 */
enum Language {
    ENGLISH("en", "English"), GERMAN("de", "Deutsch"), FRENCH("fr", "Français"), SPANISH("es",
            "Español"), UKRAINIAN("uk", "Українська");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    String tag() {
        return tag;
    }

    /** As its speakers call it. */
    String ownName() {
        return ownName;
    }

    static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
    }

    /** What the fan chose, else what the browser likes best of what we speak, else English. */
    static Language choose(String chosen, String accepted) {
        return Optional.ofNullable(chosen).flatMap(Language::of).or(() -> best(accepted)).orElse(ENGLISH);
    }

    private static Optional<Language> best(String accepted) {
        if (accepted == null || accepted.length() > 1_000) {
            return Optional.empty();
        }
        try {
            var spoken = Arrays.stream(values()).map(Language::tag).toList();
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(accepted), spoken))
                    .flatMap(Language::of);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static List<Language> all() {
        return List.of(values());
    }
}
