package waitingroom.release;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import waitingroom.schedule.Ticker;

/**
 * The releases as this instance knows them, at most half a second old, so that reads need no round trip. What decides
 * about a fan is never read from here: the scripts read the store.
 */
@Singleton
public class ReleaseCatalog {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final ReleaseStore store;
    /** What was learnt or forgotten since the last reading began: that may have seen what was before. */
    private final Map<String, Optional<StoredRelease>> meanwhile = new HashMap<>();
    private volatile Map<String, StoredRelease> releases = new ConcurrentHashMap<>();
    private Ticker ticker;

    public ReleaseCatalog(ReleaseStore store) {
        this.store = store;
    }

    void start(@Observes Startup event) {
        ticker = Ticker.every(PAUSE, "release-catalog", this::refresh);
    }

    void stop(@Observes Shutdown event) {
        ticker.close();
    }

    private void refresh() {
        synchronized (meanwhile) {
            meanwhile.clear();
        }
        var read = store.findAll().stream().collect(Collectors.toConcurrentMap(StoredRelease::id,
                Function.identity(), (a, b) -> b));
        synchronized (meanwhile) {
            meanwhile.forEach((id, known) -> known.ifPresentOrElse(
                    release -> read.merge(id, release, ReleaseCatalog::newer), () -> read.remove(id)));
            releases = read;
        }
    }

    private static StoredRelease newer(StoredRelease a, StoredRelease b) {
        return a.version() > b.version() ? a : b;
    }

    /** What this instance knows, and nothing else: never a round trip. */
    public Optional<StoredRelease> known(String id) {
        return Optional.ofNullable(releases.get(id));
    }

    /** What this instance knows; a release it does not know may be new, and is looked up. */
    public Optional<StoredRelease> find(String id) {
        var known = releases.get(id);
        return known != null ? Optional.of(known) : store.find(id);
    }

    /** What the store knows, for whoever finds that this instance is behind; known here from then on. */
    public Optional<StoredRelease> reread(String id) {
        var stored = store.find(id);
        stored.ifPresent(this::learn);
        return stored;
    }

    public Collection<StoredRelease> all() {
        return releases.values();
    }

    /** The release of an event that fans should see now, as far as this instance knows: what is over comes last. */
    public Optional<StoredRelease> current(String event, Instant now) {
        return all().stream().filter(stored -> stored.release().eventId().equals(event))
                .min(StoredRelease.currentFirst(now));
    }

    /** What this instance just changed is known here at once. */
    void learn(StoredRelease release) {
        synchronized (meanwhile) {
            meanwhile.put(release.id(), Optional.of(release));
            releases.merge(release.id(), release, ReleaseCatalog::newer);
        }
    }

    void forget(String id) {
        synchronized (meanwhile) {
            meanwhile.put(id, Optional.empty());
            releases.remove(id);
        }
    }
}
