package waitingroom.staff;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import waitingroom.store.ScriptStore;

/** The staff's sessions that ended before their tokens: the ticketing core keeps a key for each. */
@Singleton
class EndedSessionStore {

    private static final String PREFIX = "ticketing:ended-session:";

    private final ScriptStore scripts;

    public EndedSessionStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    boolean hasEnded(String session) {
        return scripts.send(Command.EXISTS, PREFIX + session).toInteger() == 1;
    }
}
