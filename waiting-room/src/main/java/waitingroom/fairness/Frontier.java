package waitingroom.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The right edge of a growing Merkle tree: the roots of its complete subtrees, largest first, one for each one-bit of
 * its size. All that is needed to append, and to tell the root.
 */
final class Frontier {

    /** Told of each subtree that has just become complete, small ones before those they are part of. */
    interface Completed {
        void node(int level, byte[] hash);
    }

    private long size;
    private final List<byte[]> peaks;

    private Frontier(long size, List<byte[]> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    /** @param encoded what {@link #encode} told at this size */
    static Frontier of(long size, String encoded) {
        var bytes = HexFormat.of().parseHex(encoded);
        if (bytes.length != Long.bitCount(size) * MerkleHash.BYTES) {
            throw new IllegalArgumentException("a frontier of another size than " + size);
        }
        var peaks = new ArrayList<byte[]>();
        for (var from = 0; from < bytes.length; from += MerkleHash.BYTES) {
            peaks.add(Arrays.copyOfRange(bytes, from, from + MerkleHash.BYTES));
        }
        return new Frontier(size, peaks);
    }

    long size() {
        return size;
    }

    void append(byte[] leaf, Completed completed) {
        var hash = leaf;
        completed.node(0, hash);
        for (var level = 1; (size >>> level - 1 & 1) == 1; level++) {
            hash = MerkleHash.node(peaks.removeLast(), hash);
            completed.node(level, hash);
        }
        peaks.add(hash);
        size++;
    }

    byte[] root() {
        if (peaks.isEmpty()) {
            return MerkleHash.empty();
        }
        var root = peaks.getLast();
        for (var peak : peaks.subList(0, peaks.size() - 1).reversed()) {
            root = MerkleHash.node(peak, root);
        }
        return root;
    }

    String encode() {
        var hex = new StringBuilder();
        peaks.forEach(peak -> hex.append(HexFormat.of().formatHex(peak)));
        return hex.toString();
    }
}
