package waitingroom.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.inject.Singleton;

/** Remembers who read a moment ago, so that impatient clients are turned away from memory. Bounded. */
@Singleton
public class ReadPace {

    private static final int MOST_REMEMBERED = 100_000;

    private final InstantSource clock;
    private final ConcurrentMap<String, Instant> lastRead = new ConcurrentHashMap<>();

    ReadPace(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether this reader may read now, on this instance. */
    public boolean take(String reader, Duration pause) {
        var now = clock.instant();
        if (lastRead.size() >= MOST_REMEMBERED) {
            lastRead.values().removeIf(last -> !now.isBefore(last.plus(pause)));
        }
        var kept = lastRead.merge(reader, now, (last, asked) -> asked.isBefore(last.plus(pause)) ? last : asked);
        return kept == now;
    }
}
