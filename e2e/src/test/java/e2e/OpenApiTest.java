package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;
import org.yaml.snakeyaml.Yaml;

/**
 * The API keeps its word: whatever was written against the kept documents in docs/openapi works with the services as
 * they were built, and the kept documents are those that the services publish at /q/openapi.
 */
class OpenApiTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(strings = { "ticketing-core", "waiting-room" })
    void clientsOfTheKeptDocumentStillWork(String service) throws IOException {
        var change = OpenApiCompare.fromContents(kept(service), published(service));

        assertThat(change.isIncompatible()).as("""
                The API of %s breaks its clients. Change it in another way. Where the break is meant, say so in \
                CHANGELOG.md and run build/keep-openapi. What changed:
                %s""", service, described(change)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "ticketing-core", "waiting-room" })
    void theKeptDocumentIsTheOneThatIsPublished(String service) throws IOException {
        assertThat(tree(published(service))).as("""
                The API of %s changed, and docs/openapi does not tell yet. Run build/keep-openapi and commit what it \
                writes.""", service).isEqualTo(tree(kept(service)));
    }

    /** The guard itself is guarded: a comparison that finds nothing would be worse than none. */
    @Test
    void whatBreaksClientsIsFound() throws IOException {
        var kept = kept("ticketing-core");

        assertThat(OpenApiCompare.fromContents(kept, kept).isIncompatible()).isFalse();
        assertThat(OpenApiCompare.fromContents(kept, kept.replace("/api/ticketing/audit:", "/api/ticketing/trail:"))
                .isIncompatible()).as("a path is gone").isTrue();
        assertThat(OpenApiCompare.fromContents(kept, kept.replace("email", "mail")).isIncompatible())
                .as("a body wants another field").isTrue();
    }

    private static String kept(String service) throws IOException {
        return Files.readString(HOME.resolve("docs/openapi").resolve(service + ".yaml"));
    }

    private static String published(String service) throws IOException {
        var document = HOME.resolve(service).resolve("target/openapi/openapi.yaml");
        assertThat(document).as("%s is not built; run ./test, or package everything first", service).exists();
        return Files.readString(document);
    }

    private static String described(ChangedOpenApi change) throws IOException {
        var text = new ByteArrayOutputStream();
        try (var writer = new OutputStreamWriter(text, StandardCharsets.UTF_8)) {
            new ConsoleRender().render(change, writer);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** What a document says, whatever the order in which it says it. */
    private static Object tree(String document) {
        return sorted(new Yaml().load(document));
    }

    private static Object sorted(Object node) {
        return switch (node) {
            case Map<?, ?> fields -> {
                var sorted = new TreeMap<String, Object>();
                fields.forEach((name, value) -> sorted.put(String.valueOf(name), sorted(value)));
                yield sorted;
            }
            case Collection<?> values -> values.stream().map(value -> String.valueOf(sorted(value))).sorted().toList();
            case null -> List.of();
            default -> String.valueOf(node);
        };
    }
}
