package botdefense.velocity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Through whose hands seats went in the last half hour, wherever they were held. A seat that is held again was not
 * bought before. Bounded; what was looked at longest ago goes first.
 */
final class SeatTrails {

    private static final int MOST_SEATS = 10_000;
    private static final int MOST_NETWORKS = 10_000;
    private static final int MOST_TAKINGS = 6;
    /** Beyond, one network is a campus or a carrier, and says nothing about who belongs together. */
    private static final int HOUSEHOLD = 8;
    private static final Duration MEMORY = Duration.ofMinutes(30);

    private final Map<String, List<Taking>> trails = bounded(MOST_SEATS);
    private final Map<String, Map<String, Instant>> buyers = bounded(MOST_NETWORKS);

    /**
     * Who held a seat.
     *
     * @param device  thumbprint of the key, if there is one
     * @param network a pseudonym of the network around the address
     */
    record Buyer(String session, Optional<String> device, String network) {

        /** The same browser, or the same visit to the shop. */
        private boolean isSame(Buyer other) {
            return session.equals(other.session) || device.isPresent() && device.equals(other.device);
        }

        private boolean isLinked(Buyer other) {
            return isSame(other) || network.equals(other.network);
        }
    }

    /** @param ordered whether it stands where all instances have it */
    private record Taking(Buyer by, Instant at, boolean ordered) {

        private boolean isForetoldBy(Taking other) {
            return !ordered && by.equals(other.by);
        }
    }

    /**
     * How often the seat will have gone from one buyer to another who hangs together with the first; 0 for somebody who
     * takes it from a stranger, whatever others did before.
     */
    synchronized int passes(String seat, Buyer next, Instant now) {
        var known = trails.get(seat);
        if (known == null) {
            return 0;
        }
        known.removeIf(taking -> isOver(taking.at(), now));
        var hands = new ArrayList<>(known.stream().map(Taking::by).toList());
        hands.add(next);
        return isPass(hands, now)
                ? (int) IntStream.rangeClosed(2, hands.size()).mapToObj(upTo -> hands.subList(0, upTo))
                        .filter(passed -> passed.getLast().isLinked(next) && isPass(passed, now)).count()
                : 0;
    }

    /** In a crowd only what goes back to somebody is no chance. */
    private boolean isPass(List<Buyer> hands, Instant now) {
        var taker = hands.getLast();
        var before = hands.subList(0, hands.size() - 1);
        if (before.isEmpty() || before.getLast().session().equals(taker.session())) {
            return false;
        }
        var giver = before.getLast();
        return giver.isSame(taker) || giver.isLinked(taker)
                && (!isCrowd(taker.network(), now) || before.stream().anyMatch(taker::isSame));
    }

    private boolean isCrowd(String network, Instant now) {
        var there = buyers.get(network);
        if (there == null) {
            return false;
        }
        there.values().removeIf(at -> isOver(at, now));
        return there.size() > HOUSEHOLD;
    }

    /** The buyer holds the seat, as this instance is the first to know. */
    synchronized void learn(String seat, Buyer by, Instant at, Instant now) {
        if (!isOver(at, now)) {
            put(seat, new Taking(by, at, false));
        }
    }

    /** The same as told to all instances, its own among it: what was told earlier happened earlier. */
    synchronized void order(String seat, Buyer by, Instant at, Instant now) {
        if (!isOver(at, now)) {
            put(seat, new Taking(by, at, true));
        }
    }

    private void put(String seat, Taking taking) {
        var trail = trails.computeIfAbsent(seat, fresh -> new ArrayList<>());
        if (taking.ordered()) {
            trail.stream().filter(known -> known.isForetoldBy(taking)).findFirst().ifPresent(trail::remove);
            trail.add((int) trail.stream().filter(Taking::ordered).count(), taking);
        } else {
            trail.add(taking);
        }
        if (trail.size() > MOST_TAKINGS) {
            trail.removeFirst();
        }
        var by = taking.by();
        var there = buyers.computeIfAbsent(by.network(), fresh -> new HashMap<>());
        if (there.size() <= HOUSEHOLD || there.containsKey(by.device().orElse(by.session()))) {
            there.put(by.device().orElse(by.session()), taking.at());
        }
    }

    private static boolean isOver(Instant at, Instant now) {
        return !now.isBefore(at.plus(MEMORY));
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
