package waitingroom.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import waitingroom.release.Release.Phase;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;

/** Reads from Redis what everybody may know of a release. */
@Singleton
class StatusStore {

    private static final LuaScript READ_STATUS = LuaScript.named("read_status");

    private final ScriptStore scripts;

    StatusStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    /** What the ticketing core last said about prices and how much of each is left, as JSON; empty if it said nothing. */
    Optional<String> tiers(String event) {
        return Optional.ofNullable(scripts.send(Command.GET, "ticketing:tiers:" + event)).map(Object::toString);
    }

    /** @param beside digest of what will be told beside the answer; a change of it is a change of the status */
    Optional<QueueStatus> read(String release, String beside) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(READ_STATUS,
                List.of(keys.definition(), keys.state(), keys.told(), keys.called(), keys.alive()), beside);
        if (reply.size() == 1) {
            return Optional.empty();
        }
        return Optional.of(new QueueStatus(Phase.valueOf(reply.get(0).toString()), reply.get(1).toLong(),
                Instant.ofEpochMilli(reply.get(2).toLong()), reply.get(3).toLong(), reply.get(4).toLong(),
                reply.get(5).toLong(), reply.get(6).toLong(), reply.get(7).toInteger() == 1,
                reply.get(8).toLong()));
    }

    /**
     * @param version    counts the changes; two readers of one version read the same
     * @param definition the version of the release that this is true of
     */
    record QueueStatus(Phase phase, long version, Instant now, long serving, long issued, long called, long alive,
            boolean awaitsBeacon, long definition) {}
}
