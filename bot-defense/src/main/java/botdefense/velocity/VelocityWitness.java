package botdefense.velocity;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import botdefense.Action;
import botdefense.guard.Inquiry;
import botdefense.guard.Witness;
import botdefense.network.Networks;
import botdefense.score.Sighting;
import botdefense.store.Refreshed;
import io.smallrye.mutiny.Uni;

/**
 * How often the networks around an address join, seen against how many different browsers do: a stadium is many
 * browsers that join once, a farm few that join often. Minute by minute; each instance counts for itself and learns a few
 * times a second what the others counted of networks that are busy.
 */
@Singleton
public class VelocityWitness implements Witness, Refreshed {

    private static final int MOST_NETWORKS = 20_000;
    private static final int MOST_KEYS = 5_000;
    private static final long A_MINUTE = 60_000;
    private static final int SUBNET_JOINS = 240;
    private static final int SITE_JOINS = 960;
    private static final int NETWORK_JOINS = 6_000;
    /** Both steps of joining, a retry and a second thought. */
    private static final int JOINS_OF_A_BROWSER = 4;
    private static final int FULL = 100;
    /** Below, a network is not worth telling the others of. */
    private static final int BUSY = SUBNET_JOINS / 8;
    private static final int MOST_TOLD = 500;

    private final Networks networks;
    private final TallyStore store;
    private final InstantSource clock;
    private volatile Elsewhere elsewhere = new Elsewhere(0, Map.of());
    private final Map<String, Minute> minutes = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Minute> eldest) {
            return size() > MOST_NETWORKS;
        }
    };

    VelocityWitness(Networks networks, TallyStore store, InstantSource clock) {
        this.networks = networks;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Sighting> look(Inquiry inquiry) {
        if (inquiry.action() != Action.JOIN) {
            return List.of();
        }
        var address = inquiry.address();
        var seen = new ArrayList<Sighting>();
        count(seen, "subnet-rate", address.subnet(), SUBNET_JOINS, inquiry);
        count(seen, "site-rate", address.site(), SITE_JOINS, inquiry);
        networks.find(address.bytes()).number()
                .ifPresent(number -> count(seen, "network-rate", "AS" + number, NETWORK_JOINS, inquiry));
        return seen;
    }

    private synchronized void count(List<Sighting> seen, String rule, String network, int joins, Inquiry inquiry) {
        var now = clock.instant().toEpochMilli() / A_MINUTE;
        var key = rule + network;
        var minute = minutes.get(key);
        if (minute == null || minute.number != now) {
            minute = new Minute(now);
            minutes.put(key, minute);
        }
        minute.joins++;
        if (minute.browsers.size() < MOST_KEYS) {
            inquiry.deviceKey().ifPresent(minute.browsers::add);
        }
        var all = elsewhere.of(now, key).plus(minute.tally());
        var most = joins + JOINS_OF_A_BROWSER * all.browsers();
        if (all.joins() > most) {
            var times = all.joins() / most;
            seen.add(new Sighting(rule, Math.min(FULL, FULL / 4 * times),
                    "more joins from %s than its browsers explain".formatted(network)));
        }
    }

    @Override
    public Uni<Void> refresh() {
        var now = clock.instant().toEpochMilli() / A_MINUTE;
        return store.exchange(now, busy(now)).invoke(others -> elsewhere = new Elsewhere(now, others))
                .replaceWithVoid();
    }

    private synchronized Map<String, TallyStore.Tally> busy(long now) {
        return minutes.entrySet().stream()
                .filter(entry -> entry.getValue().number == now && entry.getValue().joins >= BUSY)
                .limit(MOST_TOLD)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().tally()));
    }

    /** What the other instances counted this minute. */
    private record Elsewhere(long minute, Map<String, TallyStore.Tally> tallies) {

        private static final TallyStore.Tally NONE = new TallyStore.Tally(0, 0);

        TallyStore.Tally of(long now, String network) {
            return now == minute ? tallies.getOrDefault(network, NONE) : NONE;
        }
    }

    private static final class Minute {

        private final long number;
        private final Set<String> browsers = new HashSet<>();
        private int joins;

        Minute(long number) {
            this.number = number;
        }

        private TallyStore.Tally tally() {
            return new TallyStore.Tally(joins, browsers.size());
        }
    }
}
