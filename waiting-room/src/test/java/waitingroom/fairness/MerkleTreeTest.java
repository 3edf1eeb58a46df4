package waitingroom.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MerkleTreeTest {

    /** The leaves and roots that Certificate Transparency's implementations test themselves with. */
    private static final List<String> KNOWN_LEAVES = List.of("", "00", "10", "2021", "3031", "40414243",
            "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** Rerun one seed with -Dseed=42. */
    static LongStream seeds() {
        var seed = Long.getLong("seed");
        return seed == null ? LongStream.range(0, 30) : LongStream.of(seed);
    }

    @Test
    void rootsAreThoseOfCertificateTransparency() {
        var leaves = KNOWN_LEAVES.stream().map(hex -> new String(HexFormat.of().parseHex(hex),
                StandardCharsets.ISO_8859_1)).map(MerkleHash::leaf).toList();
        var tree = new MerkleTree(complete(leaves));

        assertThat(hex(tree.root(0))).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex(tree.root(1))).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(tree.root(5))).isEqualTo("4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4");
        assertThat(hex(tree.root(8))).isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void theFrontierTellsTheSameRootAtEverySizeAndSurvivesBeingStored() {
        var leaves = leaves(70);
        var tree = new MerkleTree(complete(leaves));
        var frontier = Frontier.empty();

        for (var size = 0; size <= 70; size++) {
            assertThat(frontier.root()).isEqualTo(tree.root(size));
            frontier = Frontier.of(size, frontier.encode());
            if (size < 70) {
                frontier.append(leaves.get(size), (level, hash) -> {});
            }
        }

        var full = frontier;
        assertThatThrownBy(() -> Frontier.of(71, full.encode())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyLeafIsProvenInEveryTreeThatHoldsIt() {
        var leaves = leaves(40);
        var tree = new MerkleTree(complete(leaves));

        for (var size = 1; size <= 40; size++) {
            for (var leaf = 0; leaf < size; leaf++) {
                var path = tree.auditPath(leaf, size);
                assertThat(MerkleProofs.includes(tree.root(size), size, leaf, leaves.get(leaf), path)).isTrue();
                assertThat(MerkleProofs.includes(tree.root(size), size, leaf, MerkleHash.leaf("x"), path)).isFalse();
                assertThat(MerkleProofs.includes(tree.root(size), size, leaf + 1, leaves.get(leaf), path)).isFalse();
            }
        }
    }

    @Test
    void everyTreeIsProvenToBeTheBeginningOfEveryLaterOne() {
        var tree = new MerkleTree(complete(leaves(40)));
        var other = new MerkleTree(complete(leaves(40).reversed()));

        for (var to = 1; to <= 40; to++) {
            for (var from = 1; from <= to; from++) {
                var proof = tree.consistencyProof(from, to);
                assertThat(MerkleProofs.extend(tree.root(from), from, tree.root(to), to, proof)).isTrue();
                assertThat(MerkleProofs.extend(other.root(from), from, tree.root(to), to, proof)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEighthLevelIsEnoughForAnyProof(long seed) {
        var random = new Random(seed);
        var size = 1 + random.nextInt(1 << 9 + random.nextInt(9));
        var kept = new KeptInMemory();
        var frontier = Frontier.empty();
        for (var leaf : leaves(size)) {
            frontier.append(leaf, kept);
        }
        var leaf = random.nextInt(size);
        var from = 1 + random.nextInt(size);
        var root = frontier.root();

        var tree = new MerkleTree(new TiledNodes(kept));

        assertThat(tree.root(size)).isEqualTo(root);
        assertThat(MerkleProofs.includes(root, size, leaf, kept.nodes(0, leaf, 1).getFirst(),
                tree.auditPath(leaf, size))).isTrue();
        assertThat(MerkleProofs.extend(tree.root(from), from, root, size, tree.consistencyProof(from, size)))
                .isTrue();
    }

    @Test
    void nothingIsProvenBeyondTheTree() {
        var tree = new MerkleTree(complete(leaves(3)));

        assertThatThrownBy(() -> tree.auditPath(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.auditPath(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThat(tree.consistencyProof(0, 3)).isEmpty();
    }

    /** Keeps the leaves and every eighth level, as the store does. */
    private static final class KeptInMemory implements Frontier.Completed, TiledNodes.Kept {

        private final List<List<byte[]>> levels = new ArrayList<>();

        @Override
        public void node(int level, byte[] hash) {
            if (level == 0 || TiledNodes.keeps(level)) {
                while (levels.size() <= level / TiledNodes.HEIGHT) {
                    levels.add(new ArrayList<>());
                }
                levels.get(level / TiledNodes.HEIGHT).add(hash);
            }
        }

        @Override
        public List<byte[]> nodes(int level, long first, int count) {
            var all = levels.get(level / TiledNodes.HEIGHT);
            return all.subList((int) first, (int) Math.min(all.size(), first + count));
        }
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count).mapToObj(i -> MerkleHash.leaf("entry " + i)).toList();
    }

    private static MerkleTree.Nodes complete(List<byte[]> leaves) {
        return (level, index) -> level == 0
                ? leaves.get((int) index)
                : MerkleHash.node(
                        complete(leaves).node(level - 1, 2 * index), complete(leaves).node(level - 1, 2 * index + 1));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
