package waitingroom.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import waitingroom.store.ScriptStore;

/** Staff actions leave an entry (E3), in a Redis stream: who, what, which release. */
@Singleton
public class AuditStore {

    private static final String AUDIT = "waiting-room:audit";
    private static final int LENGTH = 100_000;
    private static final int BATCH = 1_000;

    private final ScriptStore scripts;

    public AuditStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    public void add(String staff, String action, String release, String organization, String detail) {
        scripts.send(Command.XADD, AUDIT, "MAXLEN", "~", LENGTH, "*", "staff", staff, "action", action, "release",
                release, "organization", organization, "detail", detail);
    }

    /** The latest first, from before that entry on; empty for the very latest. */
    List<AuditEntry> latest(String before, int most, Predicate<AuditEntry> wanted) {
        var found = new ArrayList<AuditEntry>();
        var from = before.isEmpty() ? "+" : "(" + before;
        for (var round = 0; round <= LENGTH / BATCH; round++) {
            var batch = StreamSupport.stream(
                    scripts.send(Command.XREVRANGE, AUDIT, from, "-", "COUNT", BATCH).spliterator(), false)
                    .map(AuditStore::parse).toList();
            batch.stream().filter(wanted).limit(most - found.size()).forEach(found::add);
            if (batch.size() < BATCH || found.size() == most) {
                break;
            }
            from = "(" + batch.getLast().id();
        }
        return found;
    }

    private static AuditEntry parse(Response entry) {
        var id = entry.get(0).toString();
        var fields = entry.get(1);
        return new AuditEntry(id, Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-')))),
                text(fields, "staff"), text(fields, "action"), text(fields, "release"), text(fields, "organization"),
                text(fields, "detail"));
    }

    private static String text(Response fields, String name) {
        for (var i = 0; i + 1 < fields.size(); i += 2) {
            if (fields.get(i).toString().equals(name)) {
                return fields.get(i + 1).toString();
            }
        }
        return "";
    }
}
