package waitingroom.status;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
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
import io.vertx.core.buffer.Buffer;
import waitingroom.failopen.FailOpenSwitch;
import waitingroom.release.ReleaseCatalog;
import waitingroom.release.StoredRelease;
import waitingroom.schedule.Ticker;
import waitingroom.status.StatusStore.QueueStatus;
import waitingroom.store.StoreUnavailableException;

/**
 * One status per release, rendered twice a second and then only handed out: a million readers cost the store nothing.
 * It tells those who listen when something changed, and every ten seconds that it is still there.
 */
@Singleton
public class StatusBoard {

    private static final Duration PAUSE = Duration.ofMillis(450);
    private static final int TICKS_PER_HEARTBEAT = 20;
    private static final int MOST_ATTEMPTS = 3;

    private final StatusStore store;
    private final ReleaseCatalog catalog;
    private final ObjectMapper json;
    private final FailOpenSwitch failOpen;
    private final InstantSource clock;
    private final Map<String, Posted> posted = new ConcurrentHashMap<>();
    private final Map<String, Set<Consumer<Posted>>> listeners = new ConcurrentHashMap<>();
    private final Map<String, Outflow> outflows = new HashMap<>();
    private Ticker ticker;
    private long ticks;

    StatusBoard(StatusStore store, ReleaseCatalog catalog, ObjectMapper json, FailOpenSwitch failOpen,
            InstantSource clock) {
        this.store = store;
        this.catalog = catalog;
        this.json = json;
        this.failOpen = failOpen;
        this.clock = clock;
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
            posted.replaceAll((id, last) -> away(last));
            posted.forEach(this::tell);
            throw e;
        }
        if (ticks % TICKS_PER_HEARTBEAT == 0) {
            posted.forEach(this::tell);
        }
    }

    /** What is told of the release and of its queue must be of one version of the release, or nobody would notice. */
    private Optional<Posted> refresh(StoredRelease known) {
        var stored = Optional.of(known);
        for (var attempt = 0; attempt < MOST_ATTEMPTS && stored.isPresent(); attempt++) {
            var release = stored.get();
            var tiers = store.tiers(release.release().eventId());
            var queue = store.read(release.id(), Integer.toHexString(tiers.hashCode()));
            if (queue.isEmpty()) {
                return Optional.empty();
            }
            if (queue.get().definition() == release.version()) {
                return Optional.of(post(release, queue.get(), tiers));
            }
            stored = catalog.reread(release.id());
        }
        return find(known.id());
    }

    private Posted post(StoredRelease stored, QueueStatus queue, Optional<String> tiers) {
        var outflow = outflows.computeIfAbsent(stored.id(), id -> new Outflow());
        outflow.note(queue.now(), queue.serving(), queue.issued());
        var crowd = new Crowd(outflow.perSecond(), queue.called(), queue.alive(), stored.release().maxActive());
        var after = render(StatusDocument.of(stored, queue, parse(tiers)), crowd);
        var before = posted.put(stored.id(), after);
        if (before == null || !before.tag().equals(after.tag())) {
            tell(stored.id(), after);
        }
        return after;
    }

    private Posted away(Posted last) {
        var now = clock.instant();
        var opening = failOpen.openAt(now).filter(any -> last.live().isMoving());
        if (opening.isEmpty()) {
            var tag = last.live().version() + "-away";
            return last.tag().equals(tag) ? last : render(last, last.live().whileStoreIsAway(), tag);
        }
        var document = last.live().whileOpenWithoutStore(opening.get().since(), now);
        return render(last, document, last.live().version() + "-open-" + document.serving());
    }

    private Posted render(StatusDocument document, Crowd crowd) {
        return new Posted(document, document, write(document), Long.toString(document.version()), crowd, false);
    }

    private Posted render(Posted last, StatusDocument document, String tag) {
        return new Posted(document, last.live(), write(document), tag, last.crowd(), true);
    }

    private String write(StatusDocument document) {
        try {
            return json.writeValueAsString(document);
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

    /** How fast the queue of a release moves, and what stops it. */
    public Pace pace(String release) {
        return find(release)
                .map(status -> new Pace(status.crowd().calledPerSecond(), status.live().paused(), status.away()))
                .orElse(new Pace(OptionalDouble.empty(), false, false));
    }

    /**
     * The pace of a queue.
     *
     * @param calledPerSecond places, as measured while somebody waited; empty when that is not known
     * @param held            by the organizer
     * @param storeAway       nobody can be called
     */
    public record Pace(OptionalDouble calledPerSecond, boolean held, boolean storeAway) {}

    /**
     * The highest place that may come in while the store is away, and only because the operator said so; empty
     * otherwise, always while there is a store.
     */
    public OptionalLong servingWithoutStore(String release) {
        var open = find(release).filter(status -> status.away() && status.live().isMoving())
                .filter(status -> failOpen.openAt(clock.instant()).isPresent());
        return open.isPresent() ? OptionalLong.of(open.get().document().serving()) : OptionalLong.empty();
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

    /**
     * A rendered status. The tag changes whenever the document does, its time and poll advice aside.
     *
     * @param live the last one read from the store
     * @param away whether the store is away since
     */
    record Posted(StatusDocument document, StatusDocument live, String json, Buffer body, String tag, Crowd crowd,
            boolean away) {

        Posted(StatusDocument document, StatusDocument live, String json, String tag, Crowd crowd, boolean away) {
            this(document, live, json, Buffer.buffer(json), tag, crowd, away);
        }

        String etag() {
            return "W/\"" + tag + "\"";
        }

        /** Whether a reader who names these tags has just this document. */
        boolean isKnownTo(String tags) {
            return tags != null && (tags.equals("*") || tags.contains("\"" + tag + "\""));
        }

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
    record Crowd(OptionalDouble calledPerSecond, long called, long alive, long mostAlive) {}
}
