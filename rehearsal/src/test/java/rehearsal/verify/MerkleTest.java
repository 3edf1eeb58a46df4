package rehearsal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MerkleTest {

    private static JsonNode vectors;
    private static List<String> log;

    @BeforeAll
    static void read() throws IOException {
        vectors = new ObjectMapper().readTree(Path.of("..", "docs", "fairness-log-vectors.json").toFile());
        log = texts(vectors.get("entries"));
    }

    @Test
    void rootsAreThoseOfTheVectors() {
        for (var size = 0; size <= log.size(); size++) {
            assertThat(Merkle.root(log.subList(0, size))).isEqualTo(vectors.get("roots").get(size).asText());
        }
    }

    @Test
    void pathsLeadToTheRootAndNoOthersDo() {
        for (var vector : vectors.get("auditPaths")) {
            var index = vector.get("index").asLong();
            var size = vector.get("size").asLong();
            var path = texts(vector.get("path"));
            var root = vectors.get("roots").get((int) size).asText();
            var entry = log.get((int) index);

            assertThat(Merkle.rootByPath(entry, index, size, path)).isEqualTo(root);
            assertThat(Merkle.rootByPath(entry + "0", index, size, path)).isNotEqualTo(root);
            assertThat(Merkle.rootByPath(entry, index + 1, size, path)).isNotEqualTo(root);
            assertThat(Merkle.rootByPath(entry, index, 2 * size, path)).isNotEqualTo(root);
        }
    }

    @Test
    void theVectorsTellOfAFairRelease() {
        var report = new Report();

        new Audit(report).run(log);

        assertThat(report.findings()).isEmpty();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
