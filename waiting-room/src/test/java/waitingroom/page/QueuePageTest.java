package waitingroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The queue page must load when everything is on fire: it is ours alone, and it speaks before its script. */
class QueuePageTest {

    private static final String HTML = read("/queue/queue.html");
    private static final String STYLE = read("/web/app/queue.css");
    private static final String SCRIPT = List.of("index", "alarm", "device", "http", "more", "receipt", "scenes",
            "solve", "state", "view", "words").stream().map(name -> read("/web/app/" + name + ".js"))
            .collect(Collectors.joining("\n"));

    @Test
    void nothingIsFetchedFromElsewhere() {
        assertThat(HTML + STYLE + SCRIPT.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "@import")
                .doesNotContainPattern("https://[a-z]");
        assertThat(STYLE).doesNotContain("url(");
    }

    @Test
    void textEntersThePageAsText() {
        assertThat(SCRIPT).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(");
    }

    @Test
    void theStrictContentSecurityPolicyBreaksNothing() {
        assertThat(HTML).doesNotContain("<style", " style=", "javascript:").doesNotContainPattern(" on[a-z]+=");
        assertThat(HTML.split("<script")).hasSize(3);
        assertThat(HTML).contains("type=\"application/json\"", "<script type=\"module\" src=");
    }

    @Test
    void oneRegionSpeaksAndItIsPolite() {
        assertThat(HTML).containsOnlyOnce("aria-live=\"polite\"").containsOnlyOnce("role=\"status\"")
                .doesNotContain("assertive", "role=\"alert\"");
    }

    @Test
    void withoutItsScriptThePageTellsWhatToDo() {
        assertThat(HTML).contains("{{loading.text}}", "<noscript>", "{{how.1}}");
    }

    @Test
    void everyElementTheScriptAsksForIsThere() {
        var ids = Pattern.compile("(?:\\$|\\btext|show)\\('([a-z-]+)'").matcher(SCRIPT).results()
                .map(match -> match.group(1)).distinct().toList();

        assertThat(ids).hasSizeGreaterThan(10).allSatisfy(id -> assertThat(HTML).contains("id=\"" + id + "\""));
    }

    @Test
    void everyWordTheScriptSaysIsThere() {
        var words = Words.of(Language.ENGLISH).all();
        var said = Pattern.compile("\\b(?:say|scene)\\('([a-z.-]+)'").matcher(SCRIPT).results()
                .map(match -> words.containsKey("rare." + match.group(1)) ? "rare." + match.group(1) : match.group(1))
                .distinct().toList();

        assertThat(said).hasSizeGreaterThan(40).allSatisfy(word -> assertThat(words).containsKey(word));
    }

    private static String read(String file) {
        try (var resource = QueuePageTest.class.getResourceAsStream(file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
