package rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Writes each result as JSON, with its plot beside it. */
final class ResultFiles {

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path folder;

    ResultFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void write(Result result, Map<String, Object> machine) throws IOException {
        var document = new LinkedHashMap<String, Object>();
        document.put("benchmark", result.name());
        document.put("at", Instant.now().toString());
        document.put("machine", machine);
        document.put("goals", result.goals());
        document.put("figures", result.figures());
        document.put("x", result.xLabel());
        document.put("y", result.yLabel());
        document.put("lines", result.lines());
        json.writeValue(folder.resolve(result.name() + ".json").toFile(), document);
        if (!result.lines().isEmpty()) {
            Files.writeString(folder.resolve(result.name() + ".svg"), Plot.of(result));
        }
    }
}
