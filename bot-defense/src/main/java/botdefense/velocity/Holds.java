package botdefense.velocity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When clients held seats lately without paying, wherever they did. Bounded; who held longest ago goes first. */
final class Holds {

    private static final int MOST_CLIENTS = 20_000;
    private static final int MOST_HOLDS = 16;
    private static final Duration MEMORY = Duration.ofMinutes(30);

    private final Map<String, List<Instant>> holds = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Instant>> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    /** The moments of the last half hour, the latest last. */
    synchronized List<Instant> of(String client, Instant now) {
        var placed = holds.get(client);
        if (placed == null) {
            return List.of();
        }
        placed.removeIf(moment -> !now.isBefore(moment.plus(MEMORY)));
        return List.copyOf(placed);
    }

    synchronized void learn(HoldNewsStore.News news, Instant now) {
        if (news.paid()) {
            holds.remove(news.subject());
        } else if (now.isBefore(news.at().plus(MEMORY))) {
            var placed = holds.computeIfAbsent(news.subject(), subject -> new ArrayList<>());
            placed.add(news.at());
            if (placed.size() > MOST_HOLDS) {
                placed.removeFirst();
            }
        }
    }
}
