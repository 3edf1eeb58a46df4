package waitingroom.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;

/** Reads the figures of a release from Redis. */
@Singleton
class FiguresStore {

    private static final LuaScript READ_FIGURES = LuaScript.named("read_figures");

    private final ScriptStore scripts;

    FiguresStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    Counts counts(String release) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(READ_FIGURES, List.of(keys.state(), keys.left(), keys.called(), keys.alive(),
                keys.window(), keys.gate()));
        var totals = new HashMap<String, Long>();
        var names = List.of("joined", "called", "admitted", "done", "noShows", "left", "over", "unused");
        for (var i = 0; i < names.size(); i++) {
            totals.put(names.get(i), reply.get(5 + i).toLong());
        }
        return new Counts(reply.get(0).toLong(), reply.get(1).toLong(), reply.get(2).toLong(), reply.get(3).toLong(),
                reply.get(4).toLong(), totals);
    }

    /** Waits from joining to the call, of a sample of the last visitors, in milliseconds, sorted. */
    List<Long> waits(String release) {
        var reply = scripts.send(Command.LRANGE, new ReleaseKeys(release).waits(), 0, -1);
        return StreamSupport.stream(reply.spliterator(), false).map(wait -> (long) Double.parseDouble(wait.toString()))
                .sorted().toList();
    }

    /** Counts per minute: begin of the minute, epoch milliseconds, to event to count. */
    Map<Long, Map<String, Long>> history(String release) {
        var history = new HashMap<Long, Map<String, Long>>();
        var reply = scripts.send(Command.HGETALL, new ReleaseKeys(release).history());
        for (var field : reply.getKeys()) {
            var parts = field.split(":", 2);
            history.computeIfAbsent(Long.parseLong(parts[0]), minute -> new HashMap<>())
                    .put(parts[1], reply.get(field).toLong());
        }
        return history;
    }

    /** @param totals by event since the release was created */
    record Counts(long waiting, long called, long alive, long admittedLastMinute, long atGate,
            Map<String, Long> totals) {}
}
