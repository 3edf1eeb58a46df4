package waitingroom.key;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.redis.client.Command;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;

/** The key ring in Redis, one for all instances. */
@Singleton
class KeyRingStore {

    private static final LuaScript REPLACE_KEY_RING = LuaScript.named("replace_key_ring");
    private static final String KEY = "waiting-room:signing-keys";

    private final ScriptStore scripts;
    private final ObjectMapper json;

    KeyRingStore(ScriptStore scripts, ObjectMapper json) {
        this.scripts = scripts;
        this.json = json;
    }

    Optional<Kept> read() {
        var stored = scripts.send(Command.GET, KEY);
        if (stored == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Kept(stored.toString(), json.readValue(stored.toString(), KeyRing.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored key ring cannot be read", e);
        }
    }

    /** Puts a ring in the place of the one that was read; false when somebody was faster. */
    boolean replace(Optional<Kept> seen, KeyRing ring) {
        try {
            return scripts.run(REPLACE_KEY_RING, List.of(KEY), seen.map(Kept::text).orElse(""),
                    json.writeValueAsString(ring)).toBoolean();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the key ring cannot be written", e);
        }
    }

    /** The ring and the very text it was read from. */
    record Kept(String text, KeyRing ring) {}
}
