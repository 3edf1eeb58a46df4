package console.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.HttpHeaders;

/** Finds what the pages before the sign-in say, in the language that the reader chose or prefers: English, or German. */
public final class WordsReader {

    /** The cookie that the switch of the console's pages sets. */
    private static final String CHOSEN = "language";
    private static final Map<String, Map<String, String>> BY_LANGUAGE = Map.of("en", load("en"), "de", load("de"));

    private WordsReader() {}

    public static Map<String, String> of(HttpHeaders headers) {
        var chosen = headers.getCookies().get(CHOSEN);
        return chosen != null && BY_LANGUAGE.containsKey(chosen.getValue())
                ? BY_LANGUAGE.get(chosen.getValue())
                : of(headers.getAcceptableLanguages());
    }

    /** @param accepted what the browser prefers, most first */
    public static Map<String, String> of(List<Locale> accepted) {
        return accepted.stream().map(Locale::getLanguage).filter(BY_LANGUAGE::containsKey).findFirst()
                .map(BY_LANGUAGE::get).orElseGet(() -> BY_LANGUAGE.get("en"));
    }

    private static Map<String, String> load(String language) {
        var name = "/words/door_" + language + ".properties";
        try (var file = WordsReader.class.getResourceAsStream(name)) {
            var words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, words::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
