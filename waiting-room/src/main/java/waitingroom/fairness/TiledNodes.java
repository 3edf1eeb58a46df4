package waitingroom.fairness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The complete subtrees of a log of which only every eighth level is kept: a node between is hashed again from at most
 * 256 of the level below. One proof reads one such tile per kept level, so it costs the same in a log of a thousand
 * entries and of a hundred million, and the kept nodes add an eighth of a byte per entry.
 *
 * <p>Made for one proof and then thrown away.
 */
final class TiledNodes implements MerkleTree.Nodes {

    /** Levels between two that are kept. */
    static final int HEIGHT = 8;
    private static final int WIDTH = 1 << HEIGHT;

    /** Reads what is kept: entries' hashes at level 0, nodes at levels 8, 16 and so on. */
    interface Kept {
        List<byte[]> nodes(int level, long first, int count);
    }

    private record Tile(int level, long index) {}

    private final Kept kept;
    private final Map<Tile, List<byte[]>> tiles = new HashMap<>();

    TiledNodes(Kept kept) {
        this.kept = kept;
    }

    static boolean keeps(int level) {
        return level > 0 && level % HEIGHT == 0;
    }

    @Override
    public byte[] node(int level, long index) {
        var base = level - level % HEIGHT;
        var height = level - base;
        var tile = tiles.computeIfAbsent(new Tile(base, index << height >>> HEIGHT),
                missing -> kept.nodes(base, missing.index() * WIDTH, WIDTH));
        var from = (int) ((index << height) % WIDTH);
        return fold(tile.subList(from, from + (1 << height)));
    }

    private static byte[] fold(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        var half = hashes.size() / 2;
        return MerkleHash.node(fold(hashes.subList(0, half)), fold(hashes.subList(half, hashes.size())));
    }
}
