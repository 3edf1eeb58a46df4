package waitingroom.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The format of {@code docs/fairness-log.md} is frozen: another program computed the vectors. */
class LogVectorsTest {

    private static JsonNode vectors;
    private static MerkleTree tree;

    @BeforeAll
    static void read() throws IOException {
        vectors = new ObjectMapper().readTree(Path.of("..", "docs", "fairness-log-vectors.json").toFile());
        var leaves = texts(vectors.get("entries")).stream().map(MerkleHash::leaf).toList();
        tree = new MerkleTree(new TiledNodes((level, first, count) -> leaves.subList((int) first, leaves.size())));
    }

    @Test
    void everyEntryIsSpelledAsFrozen() {
        for (var entry : texts(vectors.get("entries"))) {
            assertThat(LogEntry.parse(entry).encode()).isEqualTo(entry);
        }
    }

    @Test
    void rootsAreThoseOfTheVectors() {
        for (var size = 0; size < vectors.get("roots").size(); size++) {
            assertThat(hex(tree.root(size))).isEqualTo(vectors.get("roots").get(size).asText());
        }
    }

    @Test
    void proofsAreThoseOfTheVectors() {
        for (var vector : vectors.get("auditPaths")) {
            var path = tree.auditPath(vector.get("index").asLong(), vector.get("size").asLong());
            assertThat(path.stream().map(LogVectorsTest::hex)).containsExactlyElementsOf(texts(vector.get("path")));
        }
        for (var vector : vectors.get("consistency")) {
            var proof = tree.consistencyProof(vector.get("from").asLong(), vector.get("to").asLong());
            assertThat(proof.stream().map(LogVectorsTest::hex)).containsExactlyElementsOf(texts(vector.get("proof")));
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
