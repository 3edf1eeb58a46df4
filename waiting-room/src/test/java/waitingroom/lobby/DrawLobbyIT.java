package waitingroom.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import waitingroom.release.ReleaseKeys;
import waitingroom.release.ReleaseStore;
import waitingroom.store.ScriptStore;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.TestFan;

/** Promise W7 under contention: however many instances draw a lobby at once, it is drawn once. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class DrawLobbyIT {

    @Inject
    DrawLobby drawLobby;

    @Inject
    LobbyStore store;

    @Inject
    ReleaseStore releases;

    @Inject
    ScriptStore scripts;

    /** The seed was revealed, then the store lost the second in which that happened: nobody may be drawn anew. */
    @Test
    void aDrawThatTheStoreHasLostIsToldAgainAsItWas() {
        var release = Room.open(Map.of("policy", "DRAW", "opensAt", Instant.now().minusSeconds(1).toString()));
        Room.await("the lobby is drawn", () -> store.read(release).drawn().isPresent());
        var drawn = store.read(release);
        var keys = new ReleaseKeys(release);

        scripts.send(Command.HDEL, keys.state(), "lobbySize", "lobbyTreeSize", "lobbyRoot", "seed", "drawnAt");
        scripts.send(Command.RPOP, keys.log());
        scripts.send(Command.HSET, keys.definition(), "undrawn", "1");

        Room.await("the draw is back", () -> store.read(release).drawn().isPresent());
        assertThat(store.read(release)).isEqualTo(drawn);
    }

    @Test
    void manyInstancesAtOnceDrawOnce() throws Exception {
        var opensAt = Instant.now().plusSeconds(3600);
        var release = Room.open(Map.of("policy", "DRAW", "lobbyOpensAt", Instant.now().minusSeconds(9).toString(),
                "opensAt", opensAt.toString()));
        new TestFan().join(release).then().statusCode(201);
        Room.openNow(release);
        var stored = releases.find(release).orElseThrow();
        var gate = new CountDownLatch(1);

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var draws = IntStream.range(0, 8).mapToObj(i -> instances.submit(() -> {
                gate.await();
                while (store.read(release).drawn().isEmpty()) {
                    drawLobby.drawIfDue(stored);
                }
                return store.read(release);
            })).toList();
            gate.countDown();
            var first = draws.getFirst().get();
            for (var draw : draws) {
                assertThat(draw.get()).isEqualTo(first);
            }
        }

        var log = StreamSupport.stream(
                scripts.send(Command.LRANGE, new ReleaseKeys(release).log(), 0, -1).spliterator(), false)
                .map(entry -> entry.toString().split(" ")[0]).toList();
        assertThat(log).containsSubsequence("lobby", "close", "draw").containsOnlyOnce("close", "draw");
    }
}
