package ticketing.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

import ticketing.availability.StreamMessage.Told;
import ticketing.http.IfMatch;

/**
 * One event that somebody watches: its view, and those who are told of changes. What is told to whom is decided under
 * one lock, so that nobody misses a change between the first message and the next.
 */
final class LiveEvent {

    private final AvailabilityView view;
    private final AvailabilityJson json;
    private final Set<Consumer<StreamMessage>> watchers = new LinkedHashSet<>();
    private volatile PostedSnapshot snapshot;
    private volatile Instant askedAt;

    LiveEvent(AvailabilityView view, AvailabilityJson json, Instant now) {
        this.view = view;
        this.json = json;
        this.askedAt = now;
    }

    /** The event as it is, written. */
    synchronized Told snapshot(Instant now) {
        askedAt = now;
        if (snapshot == null) {
            var told = json.snapshot(view.snapshot());
            snapshot = PostedSnapshot.of(told, IfMatch.etag(told.version()));
        }
        return snapshot.told();
    }

    /** The event as it is, if it is written already; never waits for anything. */
    Optional<PostedSnapshot> posted(Instant now) {
        askedAt = now;
        return Optional.ofNullable(snapshot);
    }

    synchronized List<Snapshot.Tier> tiers(Instant now) {
        askedAt = now;
        return view.tiers();
    }

    /**
     * Adds somebody who watches, and tells them where they stand: what changed since the version they know, or
     * everything.
     */
    synchronized void watch(OptionalLong known, Duration overlap, Consumer<StreamMessage> watcher) {
        var missed = known.isEmpty() ? Optional.<Change>empty() : view.since(known.getAsLong(), overlap);
        watcher.accept(missed.map(json::change).orElseGet(() -> snapshot(askedAt)));
        watchers.add(watcher);
    }

    synchronized void leave(Consumer<StreamMessage> watcher, Instant now) {
        watchers.remove(watcher);
        askedAt = now;
    }

    synchronized void apply(List<SeatRow> rows, Watermark watermark) {
        view.apply(rows, watermark).ifPresent(change -> {
            snapshot = null;
            tell(json.change(change));
        });
    }

    synchronized void rename(List<SeatCategory> categories) {
        if (view.rename(categories)) {
            snapshot = null;
            tell(snapshot(askedAt));
        }
    }

    synchronized void beat() {
        tell(new StreamMessage.Heartbeat());
    }

    /** Everything written before is in the view. */
    synchronized Instant complete() {
        return view.complete();
    }

    /** Since when nobody looks at it; empty while somebody does. */
    synchronized Optional<Instant> idleSince() {
        return watchers.isEmpty() ? Optional.of(askedAt) : Optional.empty();
    }

    private void tell(StreamMessage message) {
        List.copyOf(watchers).forEach(watcher -> watcher.accept(message));
    }
}
