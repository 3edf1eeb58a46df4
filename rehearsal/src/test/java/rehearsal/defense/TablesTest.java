package rehearsal.defense;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TablesTest {

    @Test
    void everybodyIsCountedOnceAndHurtFansByDeviceAndNetwork() throws JsonProcessingException {
        var tables = new Tables();
        var challenged = new ObjectMapper().readTree("""
                {"verdict": "CHALLENGE", "enforced": {"verdict": "ALLOW"}, "signals": [{"id": "no-zstd", "points": 30}]}
                """);
        var clients = Traffic.generated(100, 7);

        clients.forEach(client -> tables.add(client, challenged));

        assertThat(clients).filteredOn(Client::isFan).hasSize(20);
        assertThat(tables.hurtFans()).isEqualTo(20);
        assertThat(tables.toString()).containsPattern("no-zstd +80 +20 +3000").contains("network campus",
                "device mobile");
        assertThat(Traffic.generated(100, 7)).isEqualTo(clients);
    }
}
