package rehearsal.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Fans who watch the status and claim as soon as it is their turn, some at each instance, and come back when the gate
 * asks for patience.
 */
public final class Claims {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final long RETRY_MILLIS = 500;

    private final List<LoadClient> clients;
    private final List<Integer> ports;
    private final String release;
    private final Deque<Fan> waiting;
    private final Queue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final Map<Fan, Long> admitted = new HashMap<>();

    private record Due(long at, Fan fan) {}

    public Claims(List<LoadClient> clients, List<Integer> ports, String release, List<Fan> fans) {
        this.clients = clients;
        this.ports = ports;
        this.release = release;
        this.waiting = new ArrayDeque<>(fans.stream().sorted(Comparator.comparing(Fan::place)).toList());
    }

    /** Goes on for that long. */
    public void run(Duration most) throws IOException {
        var deadline = System.nanoTime() + most.toNanos();
        for (var turn = 0; System.nanoTime() < deadline; turn++) {
            call(serving(turn % clients.size()));
            claim(turn % clients.size());
            Crowd.pause(BETWEEN_LOOKS);
        }
    }

    private long serving(int instance) throws IOException {
        return clients.get(instance).ask(Http.get(ports.get(instance), "/api/waiting-room/releases/" + release
                + "/status", Map.of())).number("serving");
    }

    private void call(long serving) {
        while (!waiting.isEmpty() && waiting.getFirst().place() <= serving) {
            due.add(new Due(System.currentTimeMillis(), waiting.removeFirst()));
        }
    }

    private void claim(int instance) throws IOException {
        var now = System.currentTimeMillis();
        var ready = new ArrayList<Fan>();
        while (!due.isEmpty() && due.element().at() <= now) {
            ready.add(due.remove().fan());
        }
        var port = ports.get(instance);
        clients.get(instance).run(new Claiming(ready, port), Duration.ofSeconds(10));
    }

    private final class Claiming implements Requests {

        private final Deque<Fan> ready;
        private final int port;
        private final Map<Integer, Fan> asking = new HashMap<>();

        Claiming(List<Fan> ready, int port) {
            this.ready = new ArrayDeque<>(ready);
            this.port = port;
        }

        @Override
        public byte[] next(int connection) {
            var fan = ready.pollFirst();
            asking.put(connection, fan);
            return fan == null ? null : fan.claim(port, release);
        }

        @Override
        public void answered(int connection, Answer answer) {
            var fan = asking.get(connection);
            switch (answer.status()) {
                case 201 -> admitted.put(fan, System.currentTimeMillis());
                case 202 -> due.add(new Due(System.currentTimeMillis() + answer.number("retryAfterMillis"), fan));
                case 409, 503 -> due.add(new Due(System.currentTimeMillis() + RETRY_MILLIS, fan));
                default -> throw new IllegalStateException("a claim was answered " + answer.text());
            }
        }
    }
}
