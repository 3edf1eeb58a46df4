package waitingroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every language says everything, with what belongs into it, in the plural forms it has. */
class WordsTest {

    /** The cardinal plural categories of CLDR 42 and later, which browsers choose by. */
    private static final Map<Language, Set<String>> FORMS = Map.of(
            Language.ENGLISH, Set.of("one", "other"),
            Language.GERMAN, Set.of("one", "other"),
            Language.FRENCH, Set.of("one", "many", "other"),
            Language.SPANISH, Set.of("one", "many", "other"),
            Language.UKRAINIAN, Set.of("one", "few", "many", "other"));
    private static final Pattern PLURAL = Pattern.compile("(.+)\\.(one|few|many|other)");
    private static final Pattern SLOT = Pattern.compile("\\{\\w+}");

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftUnsaidOrSaidWithoutItsFacts(Language language) {
        var english = Words.of(Language.ENGLISH).all();
        var words = Words.of(language).all();

        assertThat(words.keySet().stream().map(WordsTest::root).collect(Collectors.toSet()))
                .isEqualTo(english.keySet().stream().map(WordsTest::root).collect(Collectors.toSet()));
        assertThat(words).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(slots(text)).as(key)
                    .isEqualTo(slots(english.getOrDefault(key, english.get(root(key) + ".other"))));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCountedHasEveryFormOfTheLanguageAndNoOther(Language language) {
        var forms = Words.of(language).all().keySet().stream().map(PLURAL::matcher).filter(key -> key.matches())
                .collect(Collectors.groupingBy(key -> key.group(1),
                        Collectors.mapping(key -> key.group(2), Collectors.toSet())));

        assertThat(forms).hasSize(5).allSatisfy((key, some) -> assertThat(some).as(key).isEqualTo(FORMS.get(language)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "-, -, ENGLISH", "-, 'de-AT,de;q=0.9,en;q=0.8', GERMAN",
            "-, 'pt,fr;q=0.5', FRENCH",
            "-, 'en;q=0.3,es;q=0.9', SPANISH", "-, uk-UA, UKRAINIAN", "-, 'tlh', ENGLISH", "-, ';;;q', ENGLISH",
            "fr, de, FRENCH", "xx, de, GERMAN", "'../en', -, ENGLISH", "-, '*', ENGLISH" })
    void theChosenLanguageWinsThenTheBrowsersBest(String chosen, String accepted, Language expected) {
        assertThat(Language.choose(chosen, accepted)).isEqualTo(expected);
    }

    private static String root(String key) {
        var plural = PLURAL.matcher(key);
        return plural.matches() ? plural.group(1) : key;
    }

    private static Set<String> slots(String text) {
        return SLOT.matcher(text).results().map(slot -> slot.group()).collect(Collectors.toSet());
    }
}
