package ticketing.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One event's seats as fans see them, in memory. A seat whose hold has passed its deadline on the database's clock is
 * free here, whether or not anybody swept it (T2).
 *
 * <p>The version is a moment of the database's clock in microseconds: all that was written before it is in the view.
 * It grows with every change that can be seen. Because the moment means the same everywhere, a fan who comes from
 * another instance can be told what changed since the version seen there: every seat that was written after it.
 * Such an answer may repeat what the fan knows, and never leaves anything out.
 *
 * <p>Not thread-safe; {@link LiveEvent} guards it.
 */
final class AvailabilityView {

    private static final long NEVER = Long.MIN_VALUE;

    private final SeatMap map;
    private final SeatState[] stored;
    private final long[] heldUntil;
    private final long[] changedAt;
    private final SeatState[] visible;
    private List<SeatCategory> categories;
    private long[] free;
    private long version;
    private Instant complete;

    AvailabilityView(SeatMap map, List<SeatCategory> categories, List<SeatRow> rows, Watermark watermark) {
        this.map = map;
        this.categories = categories;
        this.stored = new SeatState[map.size()];
        this.heldUntil = new long[map.size()];
        this.changedAt = new long[map.size()];
        this.visible = new SeatState[map.size()];
        Arrays.fill(stored, SeatState.BLOCKED);
        Arrays.fill(heldUntil, NEVER);
        Arrays.fill(changedAt, NEVER);
        rows.forEach(this::store);
        var now = micros(watermark.now());
        Arrays.setAll(visible, seat -> visibleAt(seat, now));
        count();
        version = micros(watermark.complete());
        complete = watermark.complete();
    }

    /** Takes in what was read; what fans see differently now, if anything. */
    Optional<Change> apply(List<SeatRow> rows, Watermark watermark) {
        rows.forEach(this::store);
        complete = watermark.complete();
        var now = micros(watermark.now());
        var changes = new ArrayList<SeatChange>();
        var standing = false;
        for (var seat = 0; seat < visible.length; seat++) {
            var state = visibleAt(seat, now);
            if (state != visible[seat]) {
                visible[seat] = state;
                standing |= !map.isSeat(seat);
                if (map.isSeat(seat)) {
                    changes.add(new SeatChange(map.ids().get(seat), state));
                }
            }
        }
        if (changes.isEmpty() && !standing) {
            return Optional.empty();
        }
        count();
        var previous = version;
        version = Math.max(version + 1, micros(watermark.complete()));
        return Optional.of(new Change(version, previous, List.copyOf(changes), standing ? areas() : List.of()));
    }

    /** Whether the names, colours or prices differ from before; then they get a version too. */
    boolean rename(List<SeatCategory> current) {
        if (current.equals(categories)) {
            return false;
        }
        categories = current;
        version++;
        return true;
    }

    /**
     * What changed since a version that any instance gave out. Empty when that is too much, or when the version is
     * one that this view has not come to: then a snapshot is the answer.
     */
    Optional<Change> since(long known, Duration overlap) {
        if (known > version) {
            return Optional.empty();
        }
        var from = known - ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(overlap));
        var changed = IntStream.range(0, map.seats()).filter(seat -> lastChange(seat) >= from)
                .mapToObj(seat -> new SeatChange(map.ids().get(seat), visible[seat])).toList();
        return changed.size() > map.seats() / 4 + 1
                ? Optional.empty()
                : Optional.of(new Change(version, known, changed, areas()));
    }

    Snapshot snapshot() {
        var letters = new StringBuilder(map.seats());
        for (var seat = 0; seat < map.seats(); seat++) {
            letters.append(visible[seat].letter());
        }
        return new Snapshot(version, tiers(), letters.toString(), areas());
    }

    private List<AreaLeft> areas() {
        var left = new long[map.areas().size()];
        for (var place = map.seats(); place < visible.length; place++) {
            if (visible[place] == SeatState.FREE) {
                left[map.areaOf()[place - map.seats()]]++;
            }
        }
        return IntStream.range(0, left.length).mapToObj(area -> new AreaLeft(map.areas().get(area), left[area]))
                .toList();
    }

    List<Snapshot.Tier> tiers() {
        return IntStream.range(0, categories.size()).mapToObj(i -> {
            var category = categories.get(i);
            return new Snapshot.Tier(category.id(), category.name(), category.color(), category.price(), free[i]);
        }).toList();
    }

    /** Everything written before is in the view. */
    Instant complete() {
        return complete;
    }

    private void store(SeatRow row) {
        stored[row.position()] = row.state();
        heldUntil[row.position()] = row.heldUntil() == null ? NEVER : micros(row.heldUntil());
        changedAt[row.position()] = micros(row.changedAt());
    }

    /** At its deadline itself a hold is over. */
    private SeatState visibleAt(int seat, long now) {
        return stored[seat] == SeatState.HELD && heldUntil[seat] <= now ? SeatState.FREE : stored[seat];
    }

    private long lastChange(int seat) {
        var expired = stored[seat] == SeatState.HELD && visible[seat] == SeatState.FREE;
        return expired ? Math.max(changedAt[seat], heldUntil[seat]) : changedAt[seat];
    }

    private void count() {
        free = new long[categories.size()];
        for (var seat = 0; seat < visible.length; seat++) {
            if (visible[seat] == SeatState.FREE) {
                free[map.categoryOf()[seat]]++;
            }
        }
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
