package rehearsal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The outsider's program agrees with the frozen vectors, as the waiting room's own does. */
class VerifyDrawTest {

    static Stream<JsonNode> vectors() throws IOException {
        var vectors = new ObjectMapper().readTree(Path.of("..", "docs", "draw-vectors.json").toFile());
        return StreamSupport.stream(vectors.get("vectors").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyPlaceIsRecomputed(JsonNode vector) {
        var draw = new VerifyDraw(vector.get("release").asText(), vector.get("seed").asText(),
                vector.get("lobbyRoot").asText(), vector.get("lobbySize").asLong(), vector.get("beacon").asText());

        for (var pair : vector.get("places")) {
            assertThat(draw.placeOf(pair.get(0).asLong())).isEqualTo(pair.get(1).asLong());
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void onlyThePromisedSeedOpensTheCommitment(JsonNode vector) {
        assertThat(VerifyDraw.isPromised(vector.get("seed").asText(), vector.get("commitment").asText())).isTrue();
        assertThat(VerifyDraw.isPromised(vector.get("key").asText(), vector.get("commitment").asText())).isFalse();
    }
}
