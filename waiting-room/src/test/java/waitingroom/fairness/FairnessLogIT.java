package waitingroom.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.ScriptStore;
import waitingroom.testing.RoomTestResource;

/** The log in a real store: hashed by many at once, it is hashed once. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class FairnessLogIT {

    private static final int ENTRIES = 70_000;

    @Inject
    ScriptStore scripts;

    @Inject
    LogStore store;

    @Inject
    FairnessLog log;

    @Inject
    FindEntry findEntry;

    @Test
    void manyInstancesAtOnceHashEveryEntryOnce() throws Exception {
        var release = "log-" + UUID.randomUUID();
        var lines = IntStream.rangeClosed(1, ENTRIES).mapToObj(i -> i % 10 == 0
                ? "call 1764000000000 %d %d".formatted(i / 10, i / 10)
                : "join 1764000000000 visitor-%d %d".formatted(i, i - i / 10)).toList();
        for (var from = 0; from < ENTRIES; from += 10_000) {
            append(release, lines.subList(from, from + 10_000));
        }

        extendAtOnce(release, 4);

        var state = store.read(release);
        assertThat(state.size()).isEqualTo(ENTRIES);
        assertThat(state.root()).isEqualTo(rootOf(lines));
        assertThat(log.rootAt(release, 69_999)).isEqualTo(rootOf(lines.subList(0, 69_999)));
        assertProven(release, lines, 0, 1);
        assertProven(release, lines, 255, 256);
        assertProven(release, lines, 65_535, 65_537);
        assertProven(release, lines, 69_999, 70_000);
        assertThat(findEntry.ofPlace(release, 1)).hasValueSatisfying(found -> assertThat(found.index()).isZero());
        assertThat(findEntry.ofPlace(release, 63_000).orElseThrow().line()).endsWith(" 63000");
        assertThat(findEntry.ofPlace(release, 63_001)).isEmpty();
        assertThat(findEntry.ofLobbyIndex(release, 1)).isEmpty();
    }

    private void append(String release, List<String> lines) {
        var arguments = new ArrayList<Object>(List.of(new ReleaseKeys(release).log()));
        arguments.addAll(lines);
        scripts.send(Command.RPUSH, arguments.toArray());
    }

    private void extendAtOnce(String release, int instances) throws Exception {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, instances).mapToObj(i -> threads.submit(() -> {
                gate.await();
                return log.extend(release);
            })).toList();
            gate.countDown();
            for (var one : all) {
                assertThat(one.get().size()).isEqualTo(ENTRIES);
            }
        }
    }

    private void assertProven(String release, List<String> lines, int index, int size) {
        var path = log.auditPath(release, index, size).stream().map(HexFormat.of()::parseHex).toList();
        assertThat(MerkleProofs.includes(HexFormat.of().parseHex(rootOf(lines.subList(0, size))), size, index,
                MerkleHash.leaf(lines.get(index)), path)).isTrue();
    }

    private static String rootOf(List<String> lines) {
        var frontier = Frontier.empty();
        lines.forEach(line -> frontier.append(MerkleHash.leaf(line), (level, hash) -> {}));
        return HexFormat.of().formatHex(frontier.root());
    }
}
