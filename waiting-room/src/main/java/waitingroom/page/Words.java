package waitingroom.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The words of the queue page in one language, from {@code queue/words/<tag>.properties}. A prefix tells who needs
 * them: {@code page.} the page as it is sent, {@code more.}, {@code problem.} and {@code rare.} what is fetched when a fan
 * needs it, all others the script.
 */
final class Words {

    private static final String OF_PAGE = "page.";
    private static final List<String> OF_MORE = List.of("more.", "problem.", "rare.");

    private final Map<String, String> words;

    private Words(Map<String, String> words) {
        this.words = words;
    }

    static Words of(Language language) {
        var path = "/queue/words/" + language.tag() + ".properties";
        try (var file = Words.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("words are missing: " + path);
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new Words(properties.entrySet().stream().collect(Collectors.toMap(
                    entry -> entry.getKey().toString(), entry -> entry.getValue().toString(), (a, b) -> b,
                    TreeMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> all() {
        return words;
    }

    /** A word of the page itself. */
    Optional<String> ofPage(String key) {
        return Optional.ofNullable(words.get(OF_PAGE + key));
    }

    /** What the page's script says, as JSON that may stand inside HTML. */
    String forScript(ObjectMapper json) {
        return write(json, key -> !key.startsWith(OF_PAGE) && !isOfMore(key));
    }

    /** What the parts say that are fetched when somebody asks for them, as JSON. */
    String forMore(ObjectMapper json) {
        return write(json, Words::isOfMore);
    }

    private static boolean isOfMore(String key) {
        return OF_MORE.stream().anyMatch(key::startsWith);
    }

    /** A word must not end the element it stands in. */
    private String write(ObjectMapper json, Predicate<String> wanted) {
        var some = new TreeMap<>(words);
        some.keySet().removeIf(wanted.negate());
        try {
            return json.writeValueAsString(some).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words cannot be written", e);
        }
    }
}
