package waitingroom.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;

/** The access codes of each release in Redis, as digests: the store does not know a single code. */
@Singleton
class AccessCodeStore {

    private static final LuaScript ADD_ACCESS_CODES = LuaScript.named("add_access_codes");
    private static final LuaScript USE_ACCESS_CODE = LuaScript.named("use_access_code");
    private static final int BATCH = 1_000;

    private final ScriptStore scripts;
    private final AccessConfig config;

    AccessCodeStore(ScriptStore scripts, AccessConfig config) {
        this.scripts = scripts;
        this.config = config;
    }

    /** Adds codes; how many of them were new, or -1 when the release would have too many. */
    long add(String release, List<String> digests, int uses) {
        var keys = new ReleaseKeys(release);
        var added = 0L;
        for (var from = 0; from < digests.size(); from += BATCH) {
            var arguments = new ArrayList<Object>(List.of(uses, config.mostCodes()));
            arguments.addAll(digests.subList(from, Math.min(from + BATCH, digests.size())));
            var fresh = scripts.run(ADD_ACCESS_CODES, List.of(keys.codes(), keys.state()), arguments.toArray())
                    .toLong();
            if (fresh < 0) {
                return fresh;
            }
            added += fresh;
        }
        return added;
    }

    /**
     * Lets a visitor use a code for one new place: one script, so that a code never serves one too many.
     *
     * @param visitor who wants a place
     * @param drawn   what the scripts are told of the draw
     * @param digest  of the code; empty when the visitor brought none
     * @param address whence, as a digest
     */
    AccessOutcome use(String release, String visitor, String drawn, String digest, String address) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(USE_ACCESS_CODE,
                List.of(keys.codes(), keys.codeUsers(), keys.places(), keys.admissions(), keys.state(),
                        keys.wrongCodes(visitor), keys.wrongCodes(address)),
                visitor, drawn, digest, config.wrongCodesPerVisitor(), config.wrongCodesPerAddress(),
                config.memory().toMillis());
        return switch (reply.get(0).toString()) {
            case "granted" -> new AccessOutcome.Granted();
            case "required" -> new AccessOutcome.Required();
            case "unknown" -> new AccessOutcome.Unknown();
            case "used_up" -> new AccessOutcome.UsedUp();
            case "slow_down" -> new AccessOutcome.SlowDown(Duration.ofMillis(reply.get(1).toLong()));
            default -> throw new IllegalStateException("unknown reply: " + reply);
        };
    }

    CodeCounts counts(String release) {
        var keys = new ReleaseKeys(release);
        var state = scripts.send(Command.HMGET, keys.state(), "codeUses", "codeUsesTaken");
        var uses = number(state.get(0));
        var used = number(state.get(1));
        return new CodeCounts(scripts.send(Command.HLEN, keys.codes()).toLong(), uses - used, used);
    }

    private static long number(Response field) {
        return field == null ? 0 : field.toLong();
    }

    /** @param codes how many there are, used up or not */
    record CodeCounts(long codes, long usesLeft, long used) {}
}
