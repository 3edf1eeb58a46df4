package waitingroom.fairness;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of RFC 9162, section 2.1, for a tree whose complete subtrees can be asked for. */
final class MerkleTree {

    /** Knows the root of any complete subtree: the leaves {@code [index << level, index + 1 << level)}. */
    interface Nodes {
        byte[] node(int level, long index);
    }

    private final Nodes nodes;

    MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the tree as it was when it had this many leaves. */
    byte[] root(long size) {
        return size == 0 ? MerkleHash.empty() : hash(0, size);
    }

    /** The hashes that lead from a leaf to the root of the tree with {@code size} leaves, lowest first. */
    List<byte[]> auditPath(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf " + leaf + " is not in a tree of " + size);
        }
        var path = new ArrayList<byte[]>();
        collectPath(leaf, 0, size, path);
        return path;
    }

    /** The hashes that show the tree of {@code from} leaves to be the beginning of that of {@code to}. */
    List<byte[]> consistencyProof(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("no tree grows from " + from + " to " + to);
        }
        var proof = new ArrayList<byte[]>();
        if (from > 0 && from < to) {
            collectConsistency(from, 0, to, true, proof);
        }
        return proof;
    }

    private void collectPath(long leaf, long first, long end, List<byte[]> path) {
        if (end - first == 1) {
            return;
        }
        var middle = first + largestPowerBelow(end - first);
        if (leaf < middle) {
            collectPath(leaf, first, middle, path);
            path.add(hash(middle, end));
        } else {
            collectPath(leaf, middle, end, path);
            path.add(hash(first, middle));
        }
    }

    /** SUBPROOF of the RFC; {@code known} while the verifier holds the old root of just this part. */
    private void collectConsistency(long from, long first, long end, boolean known, List<byte[]> proof) {
        if (from == end) {
            if (!known) {
                proof.add(hash(first, end));
            }
            return;
        }
        var middle = first + largestPowerBelow(end - first);
        if (from <= middle) {
            collectConsistency(from, first, middle, known, proof);
            proof.add(hash(middle, end));
        } else {
            collectConsistency(from, middle, end, false, proof);
            proof.add(hash(first, middle));
        }
    }

    private byte[] hash(long first, long end) {
        var count = end - first;
        if (Long.bitCount(count) == 1) {
            var level = Long.numberOfTrailingZeros(count);
            return nodes.node(level, first >>> level);
        }
        var middle = first + largestPowerBelow(count);
        return MerkleHash.node(hash(first, middle), hash(middle, end));
    }

    /** Where the RFC splits a tree: at the largest power of two smaller than its size. */
    private static long largestPowerBelow(long size) {
        return Long.highestOneBit(size - 1);
    }
}
