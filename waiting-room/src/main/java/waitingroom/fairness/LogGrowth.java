package waitingroom.fairness;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Entries being hashed onto a tree, and what of it is to be kept for later proofs. */
final class LogGrowth {

    /** One thing to keep: a complete node of its level, or the mark at the end of 256 entries. */
    sealed interface Kept {
        record Node(int level, String hex) implements Kept {}

        record Mark(long place, long index) implements Kept {}
    }

    private final Frontier frontier;
    private long place;
    private long index;
    private final List<Kept> kept = new ArrayList<>();

    LogGrowth(TreeState from) {
        this.frontier = Frontier.of(from.size(), from.frontier());
        this.place = from.place();
        this.index = from.index();
    }

    void append(String line) {
        switch (line.substring(0, line.indexOf(' '))) {
            case "join", "close" -> place = Math.max(place, lastNumber(line));
            case "lobby" -> index = Math.max(index, lastNumber(line));
            default -> {
                // gives no place, and so marks nothing
            }
        }
        frontier.append(MerkleHash.leaf(line), this::keep);
    }

    private static long lastNumber(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }

    private void keep(int level, byte[] hash) {
        if (TiledNodes.keeps(level)) {
            kept.add(new Kept.Node(level, HexFormat.of().formatHex(hash)));
        }
        if (level == TiledNodes.HEIGHT) {
            kept.add(new Kept.Mark(place, index));
        }
    }

    long size() {
        return frontier.size();
    }

    String frontier() {
        return frontier.encode();
    }

    long place() {
        return place;
    }

    long index() {
        return index;
    }

    List<Kept> kept() {
        return List.copyOf(kept);
    }
}
