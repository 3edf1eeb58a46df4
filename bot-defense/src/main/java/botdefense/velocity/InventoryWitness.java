package botdefense.velocity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.Action;
import botdefense.guard.Inquiry;
import botdefense.guard.Witness;
import botdefense.score.Sighting;
import botdefense.store.Refreshed;
import io.smallrye.mutiny.Uni;

/**
 * Who takes seats and never pays, and who pays faster than anybody reads, on all instances together; what a fan who
 * changes the seats a few times does stays below it.
 */
@ApplicationScoped
public class InventoryWitness implements Witness, Refreshed {

    private static final int SOME_HOLDS = 4;
    private static final int MANY_HOLDS = 8;
    private static final Duration TO_READ = Duration.ofSeconds(2);
    private static final int CREATED = 201;
    private static final int FULL = 100;

    private final HoldNewsStore store;
    private final InstantSource clock;
    private final Holds holds = new Holds();
    private volatile String read = "0-0";

    InventoryWitness(HoldNewsStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Sighting> look(Inquiry inquiry) {
        if (inquiry.action() != Action.HOLD && inquiry.action() != Action.PAY) {
            return List.of();
        }
        var now = clock.instant();
        var placed = holds.of(inquiry.subject(), now);
        if (inquiry.action() == Action.PAY) {
            return !placed.isEmpty() && now.isBefore(placed.getLast().plus(TO_READ))
                    ? List.of(Sighting.of("too-fast", "pays within two seconds of choosing seats"))
                    : List.of();
        }
        return placed.size() < SOME_HOLDS
                ? List.of()
                : List.of(new Sighting("spinning", placed.size() < MANY_HOLDS ? FULL / 2 : FULL,
                        "%d holds in half an hour, none paid".formatted(placed.size())));
    }

    @Override
    public void learn(Inquiry inquiry, int status) {
        if (status == CREATED && (inquiry.action() == Action.HOLD || inquiry.action() == Action.PAY)) {
            var news = new HoldNewsStore.News(inquiry.subject(), inquiry.action() == Action.PAY, clock.instant());
            holds.learn(news, clock.instant());
            store.tell(news);
        }
    }

    /** What clients did on other instances. */
    @Override
    public Uni<Void> refresh() {
        return store.since(read).invoke(entries -> entries.forEach(entry -> {
            if (!entry.own()) {
                holds.learn(entry.news(), clock.instant());
            }
            read = entry.id();
        })).replaceWithVoid();
    }
}
