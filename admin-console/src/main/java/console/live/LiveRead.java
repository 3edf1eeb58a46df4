package console.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import console.gateway.Answer;
import console.gateway.Outgoing;
import console.gateway.ServiceAway;
import console.gateway.ServiceCalls;
import contract.problem.Problem;

/** Reads one address again and again for all who watch it, and tells them what it saw. */
final class LiveRead {

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Outgoing wanted;
    private final ServiceCalls calls;
    private final ObjectMapper mapper;
    private final InstantSource clock;
    private final Set<Consumer<Sight>> watchers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Sight last;

    LiveRead(Outgoing wanted, ServiceCalls calls, ObjectMapper mapper, InstantSource clock) {
        this.wanted = wanted;
        this.calls = calls;
        this.mapper = mapper;
        this.clock = clock;
    }

    void join(Consumer<Sight> watcher) {
        watchers.add(watcher);
    }

    /** Whoever comes later is told at once what was seen last. */
    void greet(Consumer<Sight> watcher) {
        var seen = last;
        if (seen != null) {
            watcher.accept(seen);
        }
    }

    /** Whether nobody watches any more. */
    boolean leave(Consumer<Sight> watcher) {
        watchers.remove(watcher);
        return watchers.isEmpty();
    }

    /** One round; a round that finds the one before still under way is left out. */
    void read() {
        if (reading.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                try {
                    tell(look());
                } finally {
                    reading.set(false);
                }
            });
        }
    }

    private void tell(Sight seen) {
        var before = last;
        var same = before != null && seen.kind() == Sight.Kind.DATA && before.kind() == Sight.Kind.DATA
                && seen.json().equals(before.json());
        last = seen;
        var told = same ? new Sight(Sight.Kind.BEAT, seen.at(), null) : seen;
        watchers.forEach(watcher -> watcher.accept(told));
    }

    private Sight look() {
        try {
            return seen(calls.call(wanted));
        } catch (ServiceAway away) {
            return away(mapper, clock.millis(), away.problem());
        } catch (IOException brokenOff) {
            return away(mapper, clock.millis(), LiveProblems.unreadable());
        }
    }

    private Sight seen(Answer answer) throws IOException {
        try (var body = answer.body()) {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            var text = new String(bytes, StandardCharsets.UTF_8);
            if (bytes.length > MOST_BYTES || !isJson(text)) {
                return away(mapper, clock.millis(), LiveProblems.unreadable());
            }
            return new Sight(answer.status() < 300 ? Sight.Kind.DATA : Sight.Kind.AWAY, clock.millis(), text);
        }
    }

    private boolean isJson(String text) {
        try {
            return !mapper.readTree(text).isMissingNode();
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    static Sight away(ObjectMapper mapper, long at, Problem problem) {
        try {
            return new Sight(Sight.Kind.AWAY, at, mapper.writeValueAsString(problem.members()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }
}
