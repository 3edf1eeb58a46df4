package ticketing.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;

/**
 * Which language a page is wanted in: what the address asks for ({@code ?lang=de}), else what was chosen before, else
 * what the browser prefers, else English.
 */
class LanguageReader {

    static final String COOKIE = "language";

    private static final List<String> SPOKEN = List.of("en", "de");
    private static final int LONGEST_WISH = 500;

    @QueryParam("lang")
    String asked;
    @CookieParam(COOKIE)
    String chosen;
    @HeaderParam("Accept-Language")
    String preferred;

    Locale locale() {
        return Locale.of(Stream.of(asked(), spoken(chosen), preferred()).flatMap(Optional::stream).findFirst()
                .orElse("en"));
    }

    /** The language that the address asks for: it is kept for the pages that follow. */
    Optional<String> asked() {
        return spoken(asked);
    }

    private Optional<String> preferred() {
        if (preferred == null || preferred.length() > LONGEST_WISH) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(preferred), SPOKEN));
        } catch (IllegalArgumentException noLanguages) {
            return Optional.empty();
        }
    }

    private static Optional<String> spoken(String language) {
        return Optional.ofNullable(language).filter(SPOKEN::contains);
    }
}
