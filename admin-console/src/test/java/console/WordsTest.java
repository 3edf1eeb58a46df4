package console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import console.words.WordsReader;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern USED = Pattern.compile("\\{w\\.(\\w+)}");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(WordsReader.of(List.of(Locale.GERMAN)).keySet())
                .isEqualTo(WordsReader.of(List.of(Locale.ENGLISH)).keySet());
        assertThat(WordsReader.of(List.of()).get("lang")).isEqualTo("en");
    }

    @Test
    void templatesUseNoWordThatIsNotThere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            var used = files.filter(Files::isRegularFile).flatMap(WordsTest::words).toList();

            assertThat(WordsReader.of(List.of(Locale.ENGLISH))).containsKeys(used.toArray(String[]::new));
        }
    }

    private static Stream<String> words(Path file) {
        try {
            return USED.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
