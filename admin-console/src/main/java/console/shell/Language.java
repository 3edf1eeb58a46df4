package console.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages the console speaks. */
enum Language {
    EN, DE;

    /**
     * What was chosen, else the first of the browser's wishes that we speak, else English.
     *
     * @param chosen the cookie's value, null for none
     * @param wished the {@code Accept-Language} header, null for none
     */
    public static Language of(String chosen, String wished) {
        return of(chosen).orElseGet(() -> wish(wished));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Language> of(String key) {
        return List.of(values()).stream().filter(language -> language.key().equals(key)).findFirst();
    }

    private static Language wish(String wished) {
        try {
            var ranges = Locale.LanguageRange.parse(wished == null || wished.isBlank() ? "en" : wished);
            var best = Locale.lookupTag(ranges, List.of(EN.key(), DE.key()));
            return of(best).orElse(EN);
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }
}
