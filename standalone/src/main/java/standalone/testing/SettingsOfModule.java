package standalone.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What can be set in a module, from its sources, and what its list of settings says of it. */
public final class SettingsOfModule {

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern SETTING = Pattern.compile("(?m)^    (?!default)[\\w<>., ]+ (\\w+)\\(\\);$");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^([^#=\\s]+)=\\$\\{([A-Z_]+):");

    private final Path sources;
    private final JsonNode list;

    private SettingsOfModule(Path sources) {
        this.sources = sources;
        try {
            this.list = new ObjectMapper().readTree(read(sources.resolve("resources/system/settings.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the module whose tests run. */
    public static SettingsOfModule here() {
        return new SettingsOfModule(Path.of("src/main"));
    }

    /** What the list says under a name, of each setting. */
    public List<String> described(String name) {
        return descriptions().map(setting -> setting.get(name).asText()).toList();
    }

    /** Properties whose meaning is not told in one of these languages. */
    public List<String> withoutMeaning(String... languages) {
        return descriptions()
                .filter(setting -> Stream.of(languages)
                        .anyMatch(language -> setting.path("meaning").path(language).asText().isBlank()))
                .map(setting -> setting.get("property").asText()).toList();
    }

    private Stream<JsonNode> descriptions() {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The properties that its classes read. */
    public List<String> mapped() {
        try (var files = Files.walk(sources.resolve("java"))) {
            var names = new ArrayList<String>();
            for (var file : files.filter(file -> file.toString().endsWith("Config.java")).toList()) {
                var source = read(file);
                var prefix = PREFIX.matcher(source);
                if (prefix.find()) {
                    SETTING.matcher(source).results().map(found -> prefix.group(1) + "." + kebab(found.group(1)))
                            .forEach(names::add);
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment variables that its properties read. */
    public List<String> variables() {
        return VARIABLE.matcher(read(sources.resolve("resources/application.properties"))).results()
                .map(found -> found.group(2)).toList();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
