package console.live;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import console.gateway.Outgoing;
import console.gateway.ServiceCalls;
import contract.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.vertx.core.Vertx;

/** Everything that is watched. An address is read once per period for all tabs of a session that show it. */
@ApplicationScoped
class LiveReads {

    private final ServiceCalls calls;
    private final LiveConfig config;
    private final ObjectMapper mapper;
    private final InstantSource clock;
    private final Vertx vertx;
    private final ConcurrentMap<Key, Running> running = new ConcurrentHashMap<>();

    LiveReads(ServiceCalls calls, LiveConfig config, ObjectMapper mapper, InstantSource clock, Vertx vertx) {
        this.calls = calls;
        this.config = config;
        this.mapper = mapper;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** What is seen from now on; a reader who is slow gets the newest only. */
    Multi<Sight> watch(Outgoing wanted, long everySeconds) {
        if (running.size() >= config.watchesInAll()) {
            throw LiveProblems.tooMany().toException();
        }
        var key = new Key(wanted.headers().get("Authorization"), wanted.target(), everySeconds);
        return Multi.createFrom().emitter(emitter -> {
            Consumer<Sight> watcher = emitter::emit;
            emitter.onTermination(() -> leave(key, watcher));
            join(key, wanted, watcher).greet(watcher);
        }, BackPressureStrategy.LATEST);
    }

    /** What somebody sees who must not look there. */
    Sight refused(Problem problem) {
        return LiveRead.away(mapper, clock.millis(), problem);
    }

    /** Nobody is told anything in here: whoever is told may leave, and that must not happen within. */
    private LiveRead join(Key key, Outgoing wanted, Consumer<Sight> watcher) {
        return running.compute(key, (same, known) -> {
            var run = known == null ? start(key, wanted) : known;
            run.read().join(watcher);
            return run;
        }).read();
    }

    private Running start(Key key, Outgoing wanted) {
        var read = new LiveRead(wanted, calls, mapper, clock);
        read.read();
        return new Running(read, vertx.setPeriodic(key.everySeconds() * 1000, timer -> read.read()));
    }

    private void leave(Key key, Consumer<Sight> watcher) {
        running.computeIfPresent(key, (same, run) -> {
            if (!run.read().leave(watcher)) {
                return run;
            }
            vertx.cancelTimer(run.timer());
            return null;
        });
    }

    private record Key(String bearer, String target, long everySeconds) {}

    private record Running(LiveRead read, long timer) {}
}
