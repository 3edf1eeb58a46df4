package waitingroom.fairness;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How far the log of a release is hashed and signed.
 *
 * @param now      the store's time at which it was so
 * @param length   entries in the log
 * @param size     entries of them that are hashed
 * @param frontier right edge of the tree, in hex
 * @param place    highest place in the hashed entries
 * @param index    highest lobby index in them; -1 without a lobby
 * @param settling the tree that will be signed next, once it has stood long enough
 * @param signed   the tree head everybody may see
 */
record TreeState(Instant now, long length, long size, String frontier, long place, long index,
        Optional<Settling> settling, Optional<SignedHead> signed) {

    /** A tree of a moment ago. */
    record Settling(long size, String root, Instant since) {}

    /** True while there are entries nobody has signed, nor will sign without being told. */
    boolean hasNews() {
        return size > signedSize();
    }

    long signedSize() {
        return signed.map(SignedHead::size).orElse(0L);
    }

    /** What is settling and not signed yet. */
    Optional<Settling> unsigned() {
        return settling.filter(tree -> tree.size() > signedSize());
    }

    String root() {
        return HexFormat.of().formatHex(Frontier.of(size, frontier).root());
    }
}
