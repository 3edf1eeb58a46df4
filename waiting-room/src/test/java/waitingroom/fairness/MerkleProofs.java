package waitingroom.fairness;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How an outsider checks the proofs: the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2, word for word. */
final class MerkleProofs {

    private MerkleProofs() {}

    static boolean includes(byte[] root, long size, long index, byte[] leaf, List<byte[]> path) {
        if (index >= size) {
            return false;
        }
        var node = index;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleHash.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleHash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    static boolean extend(byte[] oldRoot, long oldSize, byte[] newRoot, long newSize, List<byte[]> proof) {
        if (oldSize == newSize) {
            return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        var path = Long.bitCount(oldSize) == 1
                ? Stream.concat(Stream.of(oldRoot), proof.stream()).toList()
                : proof;
        if (path.isEmpty()) {
            return false;
        }
        var node = oldSize - 1;
        var last = newSize - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        var oldHash = path.getFirst();
        var newHash = path.getFirst();
        for (var sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldHash = MerkleHash.node(sibling, oldHash);
                newHash = MerkleHash.node(sibling, newHash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newHash = MerkleHash.node(newHash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(oldHash, oldRoot) && Arrays.equals(newHash, newRoot);
    }
}
