package waitingroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The queue page must load when everything is on fire: it is small, it is ours alone, and it speaks before its script. */
class QueuePageTest {

    private static final String HTML = read("queue.html");
    private static final String STYLE = read("queue.css");
    private static final String SCRIPT = read("queue.js");

    @Test
    void theWholePageWeighsLessThanThirtyKilobytes() {
        var bytes = List.of(HTML, STYLE, SCRIPT).stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();

        assertThat(bytes).isLessThan(30_000);
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        assertThat(HTML + STYLE + SCRIPT).doesNotContain("http://", "@import")
                .doesNotContainPattern("https://[a-z]");
        assertThat(STYLE).doesNotContain("url(");
    }

    @Test
    void textEntersThePageAsText() {
        assertThat(SCRIPT).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(");
    }

    @Test
    void theStrictContentSecurityPolicyBreaksNothing() {
        assertThat(HTML).doesNotContain("<style", " style=", "javascript:").doesNotContainPattern(" on[a-z]+=")
                .containsOnlyOnce("<script").contains("src=\"/queue/queue.js\"");
    }

    @Test
    void withoutItsScriptThePageTellsWhatToDo() {
        assertThat(HTML).contains("a place you\n        already have is kept", "<noscript>", "How this works");
    }

    @Test
    void everyElementTheScriptAsksForIsThere() {
        var ids = java.util.regex.Pattern.compile("(?:\\$|text|show)\\('([a-z-]+)'").matcher(SCRIPT).results()
                .map(match -> match.group(1)).distinct().toList();

        assertThat(ids).hasSizeGreaterThan(10).allSatisfy(id -> assertThat(HTML).contains("id=\"" + id + "\""));
    }

    private static String read(String file) {
        try (var resource = QueuePageTest.class.getResourceAsStream("/META-INF/resources/queue/" + file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
