package waitingroom.fairness;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

/** The log of a release: hashes what is new in it, and proves what stands in it. */
@Singleton
public class FairnessLog {

    private static final int MOST_AT_ONCE = 8_192;
    private static final int MOST_ROUNDS = 100_000;

    private final LogStore store;

    FairnessLog(LogStore store) {
        this.store = store;
    }

    /** Hashes everything that was in the log when it was asked, here or on whichever instance is faster. */
    TreeState extend(String release) {
        var state = store.read(release);
        return state.size() < state.length() ? extend(release, state.length()) : state;
    }

    /** The root of the tree as it was with {@code size} entries, which must be in the log already. In hex. */
    public String rootAt(String release, long size) {
        extend(release, size);
        return HexFormat.of().formatHex(tree(release).root(size));
    }

    private TreeState extend(String release, long size) {
        var state = store.read(release);
        for (var round = 0; state.size() < size; round++) {
            if (round > MOST_ROUNDS) {
                throw new IllegalStateException("the log does not get hashed");
            }
            var growth = new LogGrowth(state);
            store.entries(release, state.size(), MOST_AT_ONCE).forEach(growth::append);
            store.extend(release, state.size(), growth);
            state = store.read(release);
        }
        return state;
    }

    public Optional<SignedHead> head(String release) {
        return store.read(release).signed();
    }

    /** Entries after the one of that index; -1 for the beginning. */
    public List<Entry> entriesAfter(String release, long after, int most) {
        var index = new long[]{ after };
        return store.entries(release, after + 1, most).stream().map(line -> new Entry(++index[0], line)).toList();
    }

    /** Proves that an entry stands in the tree of that size. In hex, lowest first. */
    public List<String> auditPath(String release, long index, long size) {
        return hex(tree(release).auditPath(index, size));
    }

    /** Proves that the tree of {@code from} entries is the beginning of that of {@code to}. In hex. */
    public List<String> consistencyProof(String release, long from, long to) {
        return hex(tree(release).consistencyProof(from, to));
    }

    private MerkleTree tree(String release) {
        return new MerkleTree(
                new TiledNodes((level, first, count) -> store.nodes(release, level, first, count)));
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }

    /** One line of the log. */
    public record Entry(long index, String line) {

        public String kind() {
            return line.substring(0, line.indexOf(' '));
        }

        public long at() {
            return LogEntry.parse(line).at();
        }
    }
}
