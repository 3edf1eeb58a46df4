package waitingroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What can be set is described, with its meaning in both languages: the console's settings page lives on it. */
class SettingsTest {

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern SETTING = Pattern.compile("(?m)^    (?!default)[\\w<>., ]+ (\\w+)\\(\\);$");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^([^#=\\s]+)=\\$\\{([A-Z_]+):");

    @Test
    void everySettingIsDescribedInBothLanguages() throws IOException {
        var described = described();

        assertThat(described).extracting(setting -> setting.get("property").asText()).doesNotHaveDuplicates()
                .containsAll(mapped());
        assertThat(described).allSatisfy(setting -> {
            assertThat(setting.path("meaning").path("en").asText()).as(setting.toString()).isNotBlank();
            assertThat(setting.path("meaning").path("de").asText()).as(setting.toString()).isNotBlank();
        });
    }

    @Test
    void everyVariableOfTheServiceIsNamed() throws IOException {
        var properties = Files.readString(Path.of("src/main/resources/application.properties"));
        var variables = VARIABLE.matcher(properties).results().map(found -> found.group(2)).toList();

        assertThat(described()).extracting(setting -> setting.get("variable").asText()).containsAll(variables);
    }

    private static List<JsonNode> described() throws IOException {
        try (var document = SettingsTest.class.getResourceAsStream("/system/settings.json")) {
            var all = new ArrayList<JsonNode>();
            new ObjectMapper().readTree(document).forEach(all::add);
            return all;
        }
    }

    /** Benchmarks' own settings are nobody's to move. */
    private static List<String> mapped() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var names = new ArrayList<String>();
            for (var file : files.filter(file -> file.toString().endsWith("Config.java")).toList()) {
                var source = Files.readString(file);
                var prefix = PREFIX.matcher(source);
                if (prefix.find() && !prefix.group(1).endsWith(".bench")) {
                    SETTING.matcher(source).results().map(found -> prefix.group(1) + "." + kebab(found.group(1)))
                            .forEach(names::add);
                }
            }
            return names;
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
