package botdefense.mark;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import botdefense.score.Sighting;
import botdefense.store.Refreshed;
import io.smallrye.mutiny.Uni;

/**
 * What was seen of a client once and counts for a while, such as a challenge it solved. Rare enough that every instance
 * knows all of it by heart, so that asking costs nothing.
 */
@Singleton
public class Marks implements Refreshed {

    private static final int MOST_SUBJECTS = 50_000;

    private final MarkStore store;
    private final Event<Marked> marked;
    private final InstantSource clock;
    private final Map<String, Map<String, Mark>> known = Collections.synchronizedMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Mark>> eldest) {
            return size() > MOST_SUBJECTS;
        }
    });
    private volatile String read = "0-0";

    Marks(MarkStore store, Event<Marked> marked, InstantSource clock) {
        this.marked = marked;
        this.store = store;
        this.clock = clock;
    }

    /** Marks a client on all instances; on this one at once. */
    public void add(String subject, String rule, String evidence, Duration length) {
        var mark = new Mark(subject, rule, evidence, clock.instant().plus(length));
        learn(mark);
        store.add(mark).subscribe().with(added -> {}, failure -> {});
    }

    public List<Sighting> of(String subject) {
        var marks = known.get(subject);
        if (marks == null) {
            return List.of();
        }
        var now = clock.instant();
        var sightings = new ArrayList<Sighting>();
        marks.values().removeIf(mark -> !now.isBefore(mark.until()));
        marks.values().forEach(mark -> sightings.add(Sighting.of(mark.rule(), mark.evidence())));
        return sightings;
    }

    @Override
    public Uni<Void> refresh() {
        return store.since(read).invoke(news -> news.forEach(entry -> {
            learn(entry.mark());
            read = entry.id();
        })).replaceWithVoid();
    }

    private void learn(Mark mark) {
        if (clock.instant().isBefore(mark.until())) {
            known.computeIfAbsent(mark.subject(), subject -> new ConcurrentHashMap<>()).put(mark.rule(), mark);
            marked.fire(new Marked(mark.subject(), mark.rule()));
        }
    }

    record Mark(String subject, String rule, String evidence, Instant until) {}
}
