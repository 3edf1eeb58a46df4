package botdefense.velocity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.Action;
import botdefense.guard.Inquiry;
import botdefense.guard.Witness;
import botdefense.score.Sighting;

/**
 * Who takes seats and never pays, and who pays faster than anybody reads. Counted by each instance for itself; what a
 * fan who changes the seats a few times does stays below it.
 */
@ApplicationScoped
public class InventoryWitness implements Witness {

    private static final int MOST_CLIENTS = 20_000;
    private static final int SOME_HOLDS = 4;
    private static final int MANY_HOLDS = 8;
    private static final int MOST_HOLDS = 16;
    private static final Duration MEMORY = Duration.ofMinutes(30);
    private static final Duration TO_READ = Duration.ofSeconds(2);
    private static final int CREATED = 201;
    private static final int FULL = 100;

    private final InstantSource clock;
    private final Map<String, List<Instant>> holds = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Instant>> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    InventoryWitness(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<Sighting> look(Inquiry inquiry) {
        var placed = holds.get(inquiry.subject());
        if (placed == null) {
            return List.of();
        }
        var now = clock.instant();
        placed.removeIf(moment -> !now.isBefore(moment.plus(MEMORY)));
        return switch (inquiry.action()) {
            case HOLD -> placed.size() < SOME_HOLDS
                    ? List.of()
                    : List.of(new Sighting("spinning", placed.size() < MANY_HOLDS ? FULL / 2 : FULL,
                            "%d holds in half an hour, none paid".formatted(placed.size())));
            case PAY -> !placed.isEmpty() && now.isBefore(placed.getLast().plus(TO_READ))
                    ? List.of(Sighting.of("too-fast", "pays within two seconds of choosing seats"))
                    : List.of();
            case VIEW, JOIN, CLAIM -> List.of();
        };
    }

    @Override
    public synchronized void learn(Inquiry inquiry, int status) {
        if (status == CREATED && inquiry.action() == Action.HOLD) {
            var placed = holds.computeIfAbsent(inquiry.subject(), subject -> new ArrayList<>());
            placed.add(clock.instant());
            if (placed.size() > MOST_HOLDS) {
                placed.removeFirst();
            }
        } else if (status == CREATED && inquiry.action() == Action.PAY) {
            holds.remove(inquiry.subject());
        }
    }
}
