package waitingroom.failopen;

import java.time.Instant;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import waitingroom.store.ScriptStore;

/** Where the instances tell each other of the switch while they can. */
@Singleton
class FailOpenStore {

    private static final String KEY = "waiting-room:fail-open";

    private final ScriptStore scripts;

    FailOpenStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    Opening read() {
        var fields = scripts.send(Command.HMGET, KEY, "since", "until", "staff", "reason");
        return fields.get(0) == null
                ? Opening.NEVER
                : new Opening(moment(fields.get(0)), moment(fields.get(1)), fields.get(2).toString(),
                        fields.get(3).toString());
    }

    void write(Opening opening) {
        scripts.send(Command.HSET, KEY, "since", opening.since().toEpochMilli(), "until",
                opening.until().toEpochMilli(), "staff", opening.staff(), "reason", opening.reason());
    }

    private static Instant moment(Response millis) {
        return Instant.ofEpochMilli(millis.toLong());
    }
}
