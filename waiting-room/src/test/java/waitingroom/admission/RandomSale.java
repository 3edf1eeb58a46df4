package waitingroom.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import waitingroom.admission.AdmissionNews.Outcome;
import waitingroom.admission.AdmissionStore.Gate;
import waitingroom.queue.QueueDriver;
import waitingroom.testing.Stores;

/**
 * A sale as chance has it, on two instances and the test's clock: joins and their retries, calls, claims, leaving, news
 * from the core told twice. It writes down what everybody was told.
 */
final class RandomSale {

    private static final Duration TOKEN_LIFE = Duration.ofSeconds(30);
    private static final int CROWD = 25;

    final int rate;
    final int most;
    final List<Admitted> admitted = new ArrayList<>();
    final List<String> wrongs = new ArrayList<>();
    final Map<String, Set<Long>> placesOf = new HashMap<>();
    final Map<Long, Set<String>> jtisOf = new HashMap<>();
    int mostAlive;

    private final Random random;
    private final AtomicLong clock;
    private final List<Instance> instances;
    private final Map<Long, Long> alive = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private long serving;

    /** One instance's way to the queue. */
    private record Instance(QueueDriver queue, AdmissionStore gate, AdmissionNewsStore news, String release) {
        static Instance of(Stores stores, String release) {
            return new Instance(new QueueDriver(stores.scripts(), release), new AdmissionStore(stores.scripts()),
                    new AdmissionNewsStore(stores.scripts()), release);
        }
    }

    /** An admission somebody was told of for the first time. */
    record Admitted(long place, String jti, long at) {}

    RandomSale(Stores one, Stores other, AtomicLong clock, long seed) {
        this.random = new Random(seed);
        this.clock = clock;
        this.rate = 5 + random.nextInt(60);
        this.most = 1 + random.nextInt(12);
        var release = one.release(rate, most, 20, 20 + random.nextInt(60)).id();
        this.instances = List.of(Instance.of(one, release), Instance.of(other, release));
    }

    RandomSale run(int steps) {
        for (var step = 0; step < steps; step++) {
            clock.addAndGet(random.nextInt(900));
            var visitor = "v" + random.nextInt(CROWD);
            switch (random.nextInt(10)) {
                case 0, 1 -> join(visitor);
                case 2, 3 -> call();
                case 4 -> leave(visitor);
                case 5 -> end();
                default -> claim(visitor);
            }
        }
        return this;
    }

    private Instance any() {
        return instances.get(random.nextInt(instances.size()));
    }

    private void join(String visitor) {
        any().queue().join(visitor);
        var place = any().queue().placeOf(visitor);
        any().queue().join(visitor);
        if (any().queue().placeOf(visitor) != place) {
            wrongs.add("INV-Q-08: a retry moved " + visitor);
        }
        placesOf.computeIfAbsent(visitor, key -> new HashSet<>()).add(place);
        gone.remove(visitor);
    }

    private void call() {
        var before = serving;
        any().queue().promote();
        serving = any().queue().called();
        if (serving < before) {
            wrongs.add("the serving counter went back");
        }
        placesOf.keySet().forEach(visitor -> {
            var waits = any().queue().stateOf(visitor).equals("WAITING");
            if (waits != any().queue().placeOf(visitor) > serving && !gone.contains(visitor)) {
                wrongs.add("INV-Q-01: " + visitor + " is overtaken, or called before those ahead");
            }
        });
    }

    private void leave(String visitor) {
        if (placesOf.containsKey(visitor)) {
            alive.remove(any().queue().placeOf(visitor));
            any().queue().leave(visitor);
            gone.add(visitor);
        }
    }

    /** The core tells the end of a session, twice, and to whichever instance reads it. */
    private void end() {
        if (!admitted.isEmpty()) {
            var admission = admitted.get(random.nextInt(admitted.size()));
            any().news().noteEnded(any().release(), admission.jti(), Outcome.DONE);
            any().news().noteEnded(any().release(), admission.jti(), Outcome.LEFT);
            alive.remove(admission.place());
        }
    }

    private void claim(String visitor) {
        var before = placesOf.containsKey(visitor) ? any().queue().stateOf(visitor) : "NOBODY";
        var gate = any().gate().claim(any().release(), visitor, "", "r" + random.nextInt(), TOKEN_LIFE);
        if (gate instanceof Gate.Open open) {
            if (!before.equals("CALLED") && !before.equals("ADMITTED")) {
                wrongs.add("INV-Q-05: " + visitor + " got in as " + before);
            }
            note(open);
        }
    }

    private void note(Gate.Open open) {
        var jti = open.admission().jti();
        if (jtisOf.computeIfAbsent(open.place(), key -> new HashSet<>()).add(jti)) {
            admitted.add(new Admitted(open.place(), jti, clock.get()));
            alive.put(open.place(), open.admission().endsAt().toEpochMilli());
            mostAlive = Math.max(mostAlive,
                    (int) alive.values().stream().filter(end -> clock.get() < end).count());
        }
    }
}
