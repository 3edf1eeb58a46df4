package waitingroom.queue;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.redis.client.Command;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.ScriptStore;

/** The queue of one release for tests of other features: joins, rounds of calls, and what became of somebody. */
public final class QueueDriver {

    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final ScriptStore scripts;
    private final QueueStore store;
    private final String release;

    public QueueDriver(ScriptStore scripts, String release) {
        this.scripts = scripts;
        this.store = new QueueStore(scripts);
        this.release = release;
    }

    public void join(String visitor) {
        store.join(release, visitor, "", visitor);
    }

    public void leave(String visitor) {
        store.leave(release, visitor, "");
    }

    public void promote() {
        store.promote(release, SETTLE);
    }

    /** Lets time pass as it does in production: with a round of calls every second. */
    public void pass(AtomicLong clock, Duration length) {
        for (var second = 0; second < length.toSeconds(); second++) {
            clock.addAndGet(1_000);
            promote();
        }
    }

    /** What an instance does as soon as it meets the store in a new life; how many places were left out. */
    public OptionalLong recover(Duration hold) {
        return store.recover(release, hold);
    }

    public String stateOf(String visitor) {
        return store.read(release, visitor, "").orElseThrow().state().name();
    }

    public long placeOf(String visitor) {
        return store.read(release, visitor, "").orElseThrow().place().getAsLong();
    }

    public long aheadOf(String visitor) {
        return store.read(release, visitor, "").orElseThrow().ahead();
    }

    /** The highest place called. */
    public long called() {
        var serving = scripts.send(Command.HGET, new ReleaseKeys(release).state(), "serving");
        return serving == null ? 0 : serving.toLong();
    }
}
