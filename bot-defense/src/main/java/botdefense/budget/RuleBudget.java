package botdefense.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In whose way rules stood lately, as far as they proved to be fans, before or after. A bot costs a rule nothing here,
 * however many puzzles it solves: a proof is a purchase, or an appeal that was granted. Bounded; the oldest go first.
 */
final class RuleBudget {

    private static final String CAME = "";

    private final Duration window;
    private final int mostClients;
    private final InstantSource clock;
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    RuleBudget(Duration window, int mostClients, InstantSource clock) {
        this.window = window;
        this.mostClients = mostClients;
        this.clock = clock;
    }

    /** How many of the probable fans of the window a rule stood in the way of. */
    record Share(int met, int fans) {}

    /**
     * A probable fan came, or met a rule.
     *
     * @param rule empty for having come
     */
    record News(String client, Optional<String> rule, Instant at) {}

    private static final class Seen {

        private final Instant at;
        private final Set<String> rules = new HashSet<>();
        private final Set<String> told = new HashSet<>();
        private boolean fan;

        private Seen(Instant at) {
            this.at = at;
        }
    }

    /** These rules made it harder for a client. */
    synchronized void met(String client, Set<String> rules) {
        of(client).rules.addAll(rules);
    }

    /** The client is a probable fan. */
    synchronized void proven(String client) {
        of(client).fan = true;
    }

    /** Whether anybody met the rule here. */
    synchronized boolean knows(String rule) {
        return seen.values().stream().anyMatch(client -> client.rules.contains(rule));
    }

    /** A rule that does not count any more, or counts anew, begins with nothing. */
    synchronized void forget(String rule) {
        seen.values().forEach(client -> {
            client.rules.remove(rule);
            client.told.remove(rule);
        });
    }

    /** What the other instances were not told yet. */
    synchronized List<News> news(int most) {
        forgetOld();
        return seen.entrySet().stream().filter(client -> client.getValue().fan).flatMap(client -> {
            var fan = client.getValue();
            return Stream.concat(Stream.of(CAME), fan.rules.stream()).filter(what -> !fan.told.contains(what))
                    .map(what -> new News(client.getKey(), Optional.of(what).filter(rule -> !rule.equals(CAME)),
                            fan.at));
        }).limit(most).toList();
    }

    /** They know now. */
    synchronized void told(List<News> news) {
        news.forEach(told -> {
            var client = seen.get(told.client());
            if (client != null) {
                client.told.add(told.rule().orElse(CAME));
            }
        });
    }

    synchronized Map<String, Share> shares() {
        forgetOld();
        var fans = (int) seen.values().stream().filter(client -> client.fan).count();
        var met = new HashMap<String, Integer>();
        seen.values().stream().filter(client -> client.fan)
                .forEach(client -> client.rules.forEach(rule -> met.merge(rule, 1, Integer::sum)));
        var shares = new HashMap<String, Share>();
        met.forEach((rule, count) -> shares.put(rule, new Share(count, fans)));
        return shares;
    }

    private Seen of(String client) {
        forgetOld();
        var known = seen.get(client);
        if (known != null) {
            return known;
        }
        if (seen.size() >= mostClients) {
            removeFirst(seen.values().iterator());
        }
        var fresh = new Seen(clock.instant());
        seen.put(client, fresh);
        return fresh;
    }

    /** They stand in the order in which they came. */
    private void forgetOld() {
        var end = clock.instant().minus(window);
        for (var clients = seen.values().iterator(); clients.hasNext();) {
            if (clients.next().at.isAfter(end)) {
                return;
            }
            clients.remove();
        }
    }

    private static void removeFirst(Iterator<Seen> clients) {
        clients.next();
        clients.remove();
    }
}
