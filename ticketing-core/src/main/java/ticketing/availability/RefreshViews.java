package ticketing.availability;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

/** Brings the views up to what the database says: two queries for all of them together, however many watch. */
@ApplicationScoped
class RefreshViews {

    private final LiveEvents live;
    private final SeatStateStore store;
    private final AvailabilityConfig config;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean announced = new AtomicBoolean();
    private volatile Instant startedAt = Instant.MIN;
    private Instant categoriesAt = Instant.MIN;

    RefreshViews(LiveEvents live, SeatStateStore store, AvailabilityConfig config, InstantSource clock) {
        this.live = live;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Somebody says that seats changed. */
    void announce() {
        announced.set(true);
    }

    /** Looks now, if there is news that has not been looked at and the last look is not of this very moment. */
    void catchUp() {
        if (isDue()) {
            refresh();
        }
    }

    /** Whether there is news that nobody has begun to look at for longer than a moment. */
    boolean isDue() {
        return announced.get() && startedAt.isBefore(clock.instant().minus(config.refreshAtMostEvery()));
    }

    /** Looks, unless somebody else has begun to look since this was called. */
    void refresh() {
        var asked = clock.instant();
        turn.lock();
        try {
            if (startedAt.isBefore(asked)) {
                look();
            }
        } finally {
            turn.unlock();
        }
    }

    private void look() {
        startedAt = clock.instant();
        announced.set(false);
        var events = Map.copyOf(live.all());
        if (events.isEmpty()) {
            return;
        }
        var oldest = events.values().stream().map(LiveEvent::complete).min(Comparator.naturalOrder()).orElseThrow();
        var watermark = store.watermark();
        var changed = store.changed(events.keySet(), oldest.minus(config.overlap()));
        events.forEach((id, event) -> event.apply(changed.getOrDefault(id, List.of()), watermark));
        if (categoriesAt.isBefore(startedAt.minus(config.rereadCategories()))) {
            categoriesAt = startedAt;
            store.categories(events.keySet()).forEach((id, categories) -> events.get(id).rename(categories));
        }
    }
}
