package waitingroom.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import waitingroom.admission.AdmissionNews.Outcome;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;

/** The stream of the ticketing core's news, and what it changes; every change may be made twice and counts once. */
@Singleton
class AdmissionNewsStore {

    private static final LuaScript APPLY_ADMISSION_EVENT = LuaScript.named("apply_admission_event");
    private static final LuaScript APPLY_WATERMARK = LuaScript.named("apply_watermark");

    private static final String STREAM = "ticketing:admissions";
    private static final String GROUP = "waiting-room";
    private static final int BATCH = 500;

    private final ScriptStore scripts;
    private final String consumer = UUID.randomUUID().toString();

    public AdmissionNewsStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    /** Makes the group of readers if there is none. News from before our first start is read too. */
    void createGroup() {
        var groups = scripts.send(Command.EXISTS, STREAM).toInteger() == 0 ? List.<String>of() : groupNames();
        if (groups.contains(GROUP)) {
            return;
        }
        try {
            scripts.send(Command.XGROUP, "CREATE", STREAM, GROUP, "0", "MKSTREAM");
        } catch (IllegalStateException refused) {
            if (!groupNames().contains(GROUP)) {
                throw refused;
            } // else another instance was faster
        }
    }

    private List<String> groupNames() {
        var names = new ArrayList<String>();
        scripts.send(Command.XINFO, "GROUPS", STREAM).forEach(group -> names.add(group.get("name").toString()));
        return names;
    }

    /** News nobody of the group has read. */
    List<AdmissionNews> readNew() {
        var reply = scripts.send(Command.XREADGROUP, "GROUP", GROUP, consumer, "COUNT", BATCH, "STREAMS", STREAM, ">");
        if (reply == null || reply.size() == 0) {
            return List.of();
        }
        // Redis 7 may answer with a map (RESP 3), older ones with a list of pairs.
        return parse(reply.getKeys().contains(STREAM) ? reply.get(STREAM) : reply.get(0).get(1));
    }

    /** News that an instance read and did not finish in that time: it is dead, or stuck. */
    List<AdmissionNews> takeOver(Duration idle) {
        return parse(scripts.send(Command.XAUTOCLAIM, STREAM, GROUP, consumer, idle.toMillis(), "0", "COUNT", BATCH)
                .get(1));
    }

    void acknowledge(AdmissionNews news) {
        scripts.send(Command.XACK, STREAM, GROUP, news.id());
    }

    /** Whether all news before this one has been dealt with, by whomever. */
    boolean isFirstPending(AdmissionNews news) {
        var summary = scripts.send(Command.XPENDING, STREAM, GROUP);
        return summary.get(0).toInteger() == 0 || summary.get(1).toString().equals(news.id());
    }

    private static List<AdmissionNews> parse(Response entries) {
        var news = new ArrayList<AdmissionNews>();
        for (var entry : entries) {
            if (entry != null && entry.size() == 2 && entry.get(1) != null) {
                news.add(parse(entry.get(0).toString(), fields(entry.get(1))));
            }
        }
        return news;
    }

    private static Map<String, String> fields(Response flat) {
        var fields = new HashMap<String, String>();
        for (var i = 0; i + 1 < flat.size(); i += 2) {
            fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
        }
        return fields;
    }

    private static AdmissionNews parse(String id, Map<String, String> fields) {
        var release = fields.getOrDefault("release", "");
        var jti = fields.getOrDefault("jti", "");
        return switch (fields.getOrDefault("type", "")) {
            case "exchanged" -> new AdmissionNews.Exchanged(id, release, jti);
            case "ended" -> new AdmissionNews.Ended(id, release, jti, outcome(fields.getOrDefault("reason", "")));
            case "watermark" -> new AdmissionNews.Watermark(id,
                    Instant.ofEpochMilli(Long.parseLong(fields.getOrDefault("at", "0"))));
            default -> new AdmissionNews.Unknown(id);
        };
    }

    private static Outcome outcome(String reason) {
        return switch (reason) {
            case "done" -> Outcome.DONE;
            case "left" -> Outcome.LEFT;
            default -> Outcome.EXPIRED;
        };
    }

    void noteExchanged(String release, String jti) {
        apply(release, jti, "exchanged");
    }

    void noteEnded(String release, String jti, Outcome outcome) {
        apply(release, jti, outcome.name());
    }

    private void apply(String release, String jti, String what) {
        scripts.run(APPLY_ADMISSION_EVENT, slotKeys(release), jti, what);
    }

    /** Frees the slots of tokens that ran out unused before the watermark; how many they were. */
    int applyWatermark(String release, Instant at) {
        return scripts.run(APPLY_WATERMARK, slotKeys(release), at.toEpochMilli()).toInteger();
    }

    private static List<String> slotKeys(String release) {
        var keys = new ReleaseKeys(release);
        return List.of(keys.state(), keys.admissions(), keys.history(), keys.alive(), keys.unexchanged(),
                keys.tokens(), keys.log());
    }
}
