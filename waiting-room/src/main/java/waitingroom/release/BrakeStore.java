package waitingroom.release;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import waitingroom.release.Release.Mode;
import waitingroom.store.ScriptStore;

/** Whether the brake is on, and which releases it holds. */
@Singleton
class BrakeStore {

    private static final String BRAKE = "waiting-room:brake";
    private static final String HELD = "waiting-room:brake:held";

    private final ScriptStore scripts;

    BrakeStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    /** Empty while it is off. */
    Optional<Pulled> pulled() {
        var fields = scripts.send(Command.HMGET, BRAKE, "since", "staff", "reason");
        return fields.get(0) == null
                ? Optional.empty()
                : Optional.of(new Pulled(Instant.ofEpochMilli(fields.get(0).toLong()), fields.get(1).toString(),
                        fields.get(2).toString()));
    }

    void pull(Pulled pulled) {
        scripts.send(Command.HSET, BRAKE, "since", pulled.since().toEpochMilli(), "staff", pulled.staff(), "reason",
                pulled.reason());
    }

    /** What the brake holds: by release the mode it had, the first time it was held. */
    Map<String, Mode> held() {
        var held = new LinkedHashMap<String, Mode>();
        var fields = scripts.send(Command.HGETALL, HELD);
        fields.getKeys().stream().sorted()
                .forEach(release -> held.put(release, Mode.valueOf(fields.get(release).toString())));
        return held;
    }

    void remember(String release, Mode mode) {
        scripts.send(Command.HSETNX, HELD, release, mode);
    }

    void forget(String release) {
        scripts.send(Command.HDEL, HELD, release);
    }

    void letGo() {
        scripts.send(Command.DEL, BRAKE);
    }

    /** @param staff who pulled it; an id */
    record Pulled(Instant since, String staff, String reason) {}
}
