package waitingroom.status;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import waitingroom.release.ReleaseCatalog;
import waitingroom.release.StoredRelease;
import waitingroom.schedule.Ticker;
import waitingroom.store.StoreUnavailableException;

/**
 * One status per release, rendered twice a second and then only handed out: a million readers cost the store nothing.
 * It tells those who listen when something changed, and every ten seconds that it is still there.
 */
@Singleton
public class StatusBoard {

    private static final Duration PAUSE = Duration.ofMillis(450);
    private static final int TICKS_PER_HEARTBEAT = 20;

    private final StatusStore store;
    private final ReleaseCatalog catalog;
    private final ObjectMapper json;
    private final Map<String, Posted> posted = new ConcurrentHashMap<>();
    private final Map<String, Set<Consumer<Posted>>> listeners = new ConcurrentHashMap<>();
    private final Map<String, Outflow> outflows = new HashMap<>();
    private Ticker ticker;
    private long ticks;

    StatusBoard(StatusStore store, ReleaseCatalog catalog, ObjectMapper json) {
        this.store = store;
        this.catalog = catalog;
        this.json = json;
    }

    void start(@Observes Startup event) {
        ticker = Ticker.every(PAUSE, "status-board", this::tick);
    }

    void stop(@Observes Shutdown event) {
        ticker.close();
    }

    private synchronized void tick() {
        ticks++;
        try {
            catalog.all().forEach(this::refresh);
            posted.keySet().removeIf(id -> catalog.all().stream().noneMatch(release -> release.id().equals(id)));
            outflows.keySet().retainAll(posted.keySet());
        } catch (StoreUnavailableException e) {
            posted.replaceAll(
                    (id, last) -> last.away() ? last : away(last));
            posted.forEach(this::tell);
            throw e;
        }
        if (ticks % TICKS_PER_HEARTBEAT == 0) {
            posted.forEach(this::tell);
        }
    }

    private Optional<Posted> refresh(StoredRelease stored) {
        var tiers = store.tiers(stored.release().eventId());
        return store.read(stored.id(), Integer.toHexString(tiers.hashCode())).map(queue -> {
            var outflow = outflows.computeIfAbsent(stored.id(), id -> new Outflow());
            outflow.note(queue.now(), queue.serving());
            var before = posted.get(stored.id());
            var crowd = new Crowd(outflow.perSecond(), queue.called(), queue.alive(), stored.release().maxActive());
            var after = render(StatusDocument.of(stored, queue, parse(tiers)), crowd, false);
            posted.put(stored.id(), after);
            if (before == null || !before.tag().equals(after.tag())) {
                tell(stored.id(), after);
            }
            return after;
        });
    }

    private Posted away(Posted last) {
        return render(last.document().whileStoreIsAway(), last.crowd(), true);
    }

    private Posted render(StatusDocument document, Crowd crowd, boolean away) {
        try {
            return new Posted(document, json.writeValueAsString(document),
                    document.version() + (away ? "-away" : ""), crowd, away);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a status cannot be written", e);
        }
    }

    /** What the core wrote is handed on as it is; what cannot be read is left out rather than shown broken. */
    private JsonNode parse(Optional<String> tiers) {
        try {
            var read = json.readTree(tiers.orElse("[]"));
            return read.isArray() ? read : json.createArrayNode();
        } catch (JsonProcessingException e) {
            return json.createArrayNode();
        }
    }

    private void tell(String release, Posted status) {
        listeners.getOrDefault(release, Set.of()).forEach(listener -> listener.accept(status));
    }

    /** Renders one release out of turn. */
    synchronized Optional<Posted> refreshNow(String release) {
        return catalog.find(release).flatMap(this::refresh);
    }

    Optional<Posted> find(String release) {
        return Optional.ofNullable(posted.get(release));
    }

    Collection<Posted> all() {
        return posted.values();
    }

    /** How fast the queue of a release moves, places per second; 0 when that is not known. */
    public double calledPerSecond(String release) {
        return find(release).map(status -> status.crowd().calledPerSecond()).orElse(0.0);
    }

    /** Lets a listener hear of every change until the returned action is run. */
    Runnable listen(String release, Consumer<Posted> listener) {
        listeners.computeIfAbsent(release, id -> ConcurrentHashMap.newKeySet()).add(listener);
        return () -> listeners.computeIfPresent(release, (id, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    /** How many listen at the moment. */
    long listenerCount() {
        return listeners.values().stream().mapToLong(Set::size).sum();
    }

    /** A rendered status. The tag changes whenever the document does, its time and poll advice aside. */
    record Posted(StatusDocument document, String json, String tag, Crowd crowd, boolean away) {

        long called() {
            return crowd.called();
        }

        long alive() {
            return crowd.alive();
        }

        long mostAlive() {
            return crowd.mostAlive();
        }
    }

    /** What is known of the queue beside what everybody is told. */
    record Crowd(double calledPerSecond, long called, long alive, long mostAlive) {}
}
