package waitingroom.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The format of {@code docs/draw.md} is frozen: another program computed the vectors, from the document alone. */
class DrawVectorsTest {

    private static final Path VECTORS = Path.of("..", "docs", "draw-vectors.json");

    static Stream<JsonNode> vectors() throws IOException {
        return StreamSupport.stream(new ObjectMapper().readTree(VECTORS.toFile()).get("vectors").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyProgramComputesTheSamePlaces(JsonNode vector) {
        var permutation = draw(vector).permutation();

        for (var pair : vector.get("places")) {
            assertThat(permutation.placeOf(pair.get(0).asLong())).isEqualTo(pair.get(1).asLong());
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aCommitmentIsOpenedByItsSeedAlone(JsonNode vector) {
        var commitment = new Commitment(vector.get("commitment").asText());

        assertThat(commitment.isOpenedBy(new Seed(vector.get("seed").asText()))).isTrue();
        assertThat(commitment.isOpenedBy(new Seed(vector.get("lobbyRoot").asText()))).isFalse();
    }

    @Test
    void theVectorsAreOfTheRuleWeFollow() throws IOException {
        var rule = new ObjectMapper().readTree(VECTORS.toFile()).get("rule").asText();

        assertThat(rule).isEqualTo(Draw.RULE);
    }

    @Test
    void aSeedDoesNotSlipIntoALogLine() throws IOException {
        var seed = draw(vectors().findFirst().orElseThrow()).seed();

        assertThat(seed.toString()).doesNotContain(seed.hex());
    }

    private static Draw draw(JsonNode vector) {
        return new Draw(vector.get("release").asText(), new Seed(vector.get("seed").asText()),
                vector.get("lobbyRoot").asText(), vector.get("lobbySize").asLong(), vector.get("beacon").asText());
    }
}
