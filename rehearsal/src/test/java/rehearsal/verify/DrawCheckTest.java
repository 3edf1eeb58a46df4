package rehearsal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** A draw with a beacon, checked from what is published. */
class DrawCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEACON = "9d1c2f00aa55";
    private static final List<String> LOBBY = List.of("mode 1 AUTO", "beacon 2 " + base64("drand, round 4242"),
            "lobby 3 a 0", "lobby 4 b 1", "close 5 2");
    private static final String SEED = "a25ca73c7189e2a2ca5acf2088b57e283d4cd45aef7549185c2c3b28a4bef1de";
    private static final String COMMITMENT = "a4f0bb08fa823d8ee13d3386b1bd54fb7ce6c77e58f3508b656f335ad73d5760";

    @Test
    void aDrawWithTheAnnouncedBeaconIsSound() {
        var report = DrawCheck.check(published(BEACON));

        assertThat(report.findings()).isEmpty();
        assertThat(report.fact("announced as")).isEqualTo("drand, round 4242");
    }

    @Test
    void anotherBeaconThanTheLogsIsFound() {
        assertThat(DrawCheck.check(published("9d1c2f00aa56")).findings())
                .containsExactly("the beacon is not the one in the log");
    }

    @Test
    void factsAndFindingsAreWrittenForMachinesToo() throws JsonProcessingException {
        var report = JSON.readTree(DrawCheck.check(published("9d1c2f00aa56")).json());

        assertThat(report.get("sound").asBoolean()).isFalse();
        assertThat(report.get("facts").get("lobby size").asInt()).isEqualTo(2);
        assertThat(report.get("findings").get(0).asText()).contains("beacon");
    }

    private static Published published(String shown) {
        var root = Merkle.root(LOBBY);
        var log = Stream.concat(LOBBY.stream(), Stream.of("draw 6 2 %s %s %s".formatted(root, SEED, base64(BEACON))));
        return new Published(page(root, shown), JSON.createObjectNode(), log.toList());
    }

    private static JsonNode page(String root, String shown) {
        ObjectNode page = JSON.createObjectNode();
        return page.put("release", "spring-tour").put("rule", VerifyDraw.RULE).put("commitment", COMMITMENT)
                .put("seed", SEED).put("lobbySize", 2).put("lobbyRoot", root).put("lobbyTreeSize", LOBBY.size())
                .put("beaconSource", "drand, round 4242").put("beacon", shown);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
