package ticketing.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import contract.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;

/** The events that fans look at through this instance. Bounded; an event that nobody looks at is let go. */
@ApplicationScoped
class LiveEvents {

    private final Map<String, LiveEvent> events = new ConcurrentHashMap<>();
    private final SeatStateStore store;
    private final AvailabilityJson json;
    private final AvailabilityConfig config;
    private final InstantSource clock;

    LiveEvents(SeatStateStore store, AvailabilityJson json, AvailabilityConfig config, InstantSource clock,
            MeterRegistry meters) {
        this.store = store;
        this.json = json;
        this.config = config;
        this.clock = clock;
        meters.gaugeMapSize("ticketing.availability.views", List.of(), events);
    }

    /** The event; empty when the public knows none of that id. */
    Optional<LiveEvent> find(String id) {
        var known = events.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        if (events.size() >= config.mostViews() && !makeRoom()) {
            throw Problem.of(503, "busy", "Very busy right now",
                    "Too many concerts are watched at once; try again in a moment.")
                    .retryAfter(Duration.ofSeconds(2)).toException();
        }
        return store.load(id).map(view -> {
            var loaded = new LiveEvent(view, json, clock.instant());
            var other = events.putIfAbsent(id, loaded);
            return other == null ? loaded : other;
        });
    }

    /** An event's snapshot, if it is in memory and written already. */
    Optional<PostedSnapshot> posted(String id, Instant now) {
        var known = events.get(id);
        return known == null ? Optional.empty() : known.posted(now);
    }

    /** The gated events whose sale is not over, the next sales first. */
    List<String> gatedOnSale() {
        return store.gatedOnSale(config.mostTierEvents());
    }

    Map<String, LiveEvent> all() {
        return events;
    }

    void dropUnwatched() {
        var before = clock.instant().minus(config.keepUnwatched());
        events.values().removeIf(event -> event.idleSince().filter(before::isAfter).isPresent());
    }

    private boolean makeRoom() {
        return events.entrySet().stream()
                .filter(entry -> entry.getValue().idleSince().isPresent())
                .min(Comparator.comparing(entry -> entry.getValue().idleSince().orElse(Instant.MAX)))
                .map(entry -> events.remove(entry.getKey()))
                .isPresent();
    }
}
