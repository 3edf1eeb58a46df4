package waitingroom.fairness;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import jakarta.inject.Singleton;

/**
 * Finds the entry of a place or of a lobby index without anything being kept for each: both only grow along the log,
 * so a binary search over the marks finds the 256 entries that hold it.
 */
@Singleton
public class FindEntry {

    private static final int RUN = 1 << TiledNodes.HEIGHT;

    private final LogStore store;

    FindEntry(LogStore store) {
        this.store = store;
    }

    /** The last entry by which somebody got that place: by joining, by getting it back, or on another device. */
    public Optional<FairnessLog.Entry> ofPlace(String release, long place) {
        return changed(release, Long.toString(place)).or(() -> find(release, place, LogGrowth.Kept.Mark::place,
                line -> LogEntry.parse(line) instanceof LogEntry.Join join && join.place() == place));
    }

    /** The last entry by which somebody has that lobby index. */
    public Optional<FairnessLog.Entry> ofLobbyIndex(String release, long index) {
        return changed(release, "~" + index).or(() -> find(release, index, LogGrowth.Kept.Mark::index,
                line -> LogEntry.parse(line) instanceof LogEntry.Lobby lobby && lobby.index() == index));
    }

    private Optional<FairnessLog.Entry> find(String release, long wanted, ToLongFunction<LogGrowth.Kept.Mark> mark,
            Predicate<String> isIt) {
        var low = 0L;
        var high = store.read(release).size() >>> TiledNodes.HEIGHT;
        while (low < high) {
            var middle = low + high >>> 1;
            var reached = store.mark(release, middle).map(found -> mark.applyAsLong(found) >= wanted).orElse(true);
            if (reached) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        var run = store.entries(release, low << TiledNodes.HEIGHT, RUN);
        for (var offset = 0; offset < run.size(); offset++) {
            if (isIt.test(run.get(offset))) {
                return Optional.of(new FairnessLog.Entry((low << TiledNodes.HEIGHT) + offset, run.get(offset)));
            }
        }
        return Optional.empty();
    }

    private Optional<FairnessLog.Entry> changed(String release, String place) {
        return store.restored(release, place).flatMap(index -> store.entries(release, index, 1).stream().findFirst()
                .map(line -> new FairnessLog.Entry(index, line)));
    }
}
