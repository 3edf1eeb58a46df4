package waitingroom.admission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import waitingroom.admission.AdmitWithoutStore.Untold;
import waitingroom.queue.Admission;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;

/** The gate and the admissions in Redis. */
@Singleton
public class AdmissionStore {

    private static final LuaScript CLAIM_ADMISSION = LuaScript.named("claim_admission");
    private static final LuaScript RESTORE_ADMISSION = LuaScript.named("restore_admission");
    private static final LuaScript RECORD_ADMISSION = LuaScript.named("record_admission");

    private final ScriptStore scripts;
    private final AdmissionMemory memory = new AdmissionMemory();

    public AdmissionStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    /** One visitor at the gate. Both caps are checked, and the admission is written, in one script (W3). */
    Gate claim(String release, String visitor, String drawn, String random, Duration tokenLife) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(CLAIM_ADMISSION, List.of(keys.definition(), keys.state(), keys.places(), keys.left(),
                keys.called(), keys.admissions(), keys.history(), keys.fresh(), keys.gate(), keys.gateSeen(),
                keys.alive(), keys.window(), keys.unexchanged(), keys.log()), visitor, drawn, random,
                tokenLife.toMillis());
        return switch (reply.get(0).toString()) {
            case "admitted" -> remember(new AdmissionMemory.Issued(release, reply.get(1).toLong(),
                    reply.get(2).toString(), Instant.ofEpochMilli(reply.get(3).toLong())));
            case "gate_full" -> new Gate.Full(Duration.ofMillis(reply.get(2).toLong()));
            case "NO_PLACE" -> new Gate.NoPlace();
            case "CLOSED" -> new Gate.Closed();
            case "EXPIRED" -> new Gate.Expired();
            case "LOBBY" -> new Gate.InLobby(Long.parseLong(reply.get(1).toString().substring(1)));
            case "WAITING", "REVIEW", "LEFT", "DONE", "MOVED" -> new Gate.NotCalled();
            default -> throw new IllegalStateException("unknown reply: " + reply);
        };
    }

    private Gate.Open remember(AdmissionMemory.Issued issued) {
        memory.remember(issued);
        return new Gate.Open(issued.place(), Admission.parse(issued.stored()), issued.at());
    }

    /** Tells the store the admissions it may have lost; how many it had. Those it still has stay as they are. */
    long retell(String release) {
        var keys = new ReleaseKeys(release);
        return memory.of(release).stream().filter(issued -> scripts.run(RESTORE_ADMISSION, List.of(keys.state(),
                keys.called(), keys.admissions(), keys.history(), keys.fresh(), keys.gate(), keys.gateSeen(),
                keys.alive(), keys.window(), keys.log()), issued.place(), issued.stored(), issued.at().toEpochMilli())
                .toBoolean()).count();
    }

    /** Takes note of an admission that was issued while the store was away; once, however often it is told. */
    void record(Untold untold) {
        var keys = new ReleaseKeys(untold.release());
        var admission = untold.admission();
        scripts.run(RECORD_ADMISSION, List.of(keys.definition(), keys.state(), keys.left(), keys.called(),
                keys.admissions(), keys.history(), keys.fresh(), keys.gate(), keys.gateSeen(), keys.alive(),
                keys.window(), keys.unexchanged(), keys.log()), untold.incarnation(), untold.place(),
                admission.text(), admission.issuedAt().toEpochMilli(), admission.expiresAt().toEpochMilli(),
                admission.endsAt().toEpochMilli());
    }

    /**
     * Keeps the token of an admission. Of two at the same moment one is kept, and both are told that one; one that no
     * longer counts is replaced.
     */
    String keepToken(String release, long place, String token, Predicate<String> counts) {
        var tokens = new ReleaseKeys(release).tokens();
        if (scripts.send(Command.HSETNX, tokens, place, token).toBoolean()) {
            return token;
        }
        var kept = scripts.send(Command.HGET, tokens, place);
        if (kept != null && counts.test(kept.toString())) {
            return kept.toString();
        }
        scripts.send(Command.HSET, tokens, place, token);
        return token;
    }

    /** The admission of a place, with its outcome behind the last bar once it has ended. */
    Optional<String> find(String release, long place) {
        return Optional.ofNullable(scripts.send(Command.HGET, new ReleaseKeys(release).admissions(), place))
                .map(Response::toString);
    }

    /** Whether this proof comes for the first time, over all instances; from now on it does not. */
    boolean burn(String thumbprint, String jti, Duration memory) {
        return scripts.send(Command.SET, "waiting-room:proof:" + digest(thumbprint + " " + jti), "1", "NX", "PX",
                memory.toMillis()) != null;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }

    /** What the gate answered. */
    sealed interface Gate {
        record Open(long place, Admission admission, Instant now) implements Gate {}

        /** Called, but a cap is reached, or somebody at the gate stands before. The turn stands. */
        record Full(Duration pause) implements Gate {}

        record NotCalled() implements Gate {}

        /** Has a lobby index, and the script was not told what the draw made of it. */
        record InLobby(long index) implements Gate {}

        record Expired() implements Gate {}

        record Closed() implements Gate {}

        record NoPlace() implements Gate {}
    }
}
