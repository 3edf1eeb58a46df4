package botdefense.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Finds decisions by anything that stands in them. Looks through so many at a time, and says where it stopped. */
@ApplicationScoped
public class FindDecisions {

    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 20;

    private final DecisionStore store;

    FindDecisions(DecisionStore store) {
        this.store = store;
    }

    /** What is looked for; {@code kept} only to look in fewer. */
    record Sought(Optional<DecisionStore.Kept> kept, Predicate<Decision> wanted) {}

    record Found(List<Decision> items, Optional<String> next) {}

    public Uni<Optional<Decision>> find(String reference) {
        return store.find(reference);
    }

    /** The latest that were kept, the newest first. */
    public Uni<List<Decision>> latest(int most) {
        return store.list(Optional.empty(), most, Optional.empty())
                .map(entries -> entries.stream().map(DecisionStore.Entry::decision).toList());
    }

    /** Those that were kept of a span of time, the newest first; at most so many. */
    public Uni<List<Decision>> within(Instant from, Instant to, int most) {
        var sought = new Sought(Optional.empty(), decision -> !decision.at().isBefore(from)
                && decision.at().isBefore(to));
        return page(sought, most, Optional.empty()).map(Found::items);
    }

    Uni<Found> page(Sought sought, int limit, Optional<String> after) {
        return more(sought, limit, after, new ArrayList<>(), MOST_BATCHES);
    }

    private Uni<Found> more(Sought sought, int limit, Optional<String> after, List<Decision> found, int batches) {
        return store.list(sought.kept(), BATCH, after).flatMap(entries -> {
            for (var entry : entries) {
                if (sought.wanted().test(entry.decision())) {
                    found.add(entry.decision());
                    if (found.size() == limit) {
                        return Uni.createFrom().item(new Found(found, Optional.of(entry.position())));
                    }
                }
            }
            if (entries.size() < BATCH) {
                return Uni.createFrom().item(new Found(found, Optional.empty()));
            }
            var last = Optional.of(entries.getLast().position());
            return batches == 1
                    ? Uni.createFrom().item(new Found(found, last))
                    : more(sought, limit, last, found, batches - 1);
        });
    }
}
