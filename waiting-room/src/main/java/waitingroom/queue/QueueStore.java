package waitingroom.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import waitingroom.release.Release.Phase;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;
import waitingroom.visitor.Visitor.HeldPlace;

/** The queue of each release in Redis. Every command is one script: two instances never see half of one. */
@Singleton
public class QueueStore {

    private static final LuaScript JOIN_QUEUE = LuaScript.named("join_queue");
    private static final LuaScript READ_VISITOR = LuaScript.named("read_visitor");
    private static final LuaScript LEAVE_QUEUE = LuaScript.named("leave_queue");
    private static final LuaScript PROMOTE_VISITORS = LuaScript.named("promote_visitors");
    private static final LuaScript RESTORE_PLACE = LuaScript.named("restore_place");
    private static final LuaScript RECOVER_RELEASE = LuaScript.named("recover_release");

    private static final int MOST_CALLS_AT_ONCE = 1_000;
    private static final String REVOCATIONS = "waiting-room:revocations";
    private static final int REVOCATIONS_LENGTH = 100_000;

    private final ScriptStore scripts;
    private final ConcurrentMap<String, Long> highestPlaces = new ConcurrentHashMap<>();

    public QueueStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    /**
     * Takes a place for the visitor, or tells the one it has.
     *
     * @param drawn what the scripts are told of the draw
     * @param name  the visitor's in the fairness log
     */
    JoinOutcome join(String release, String visitor, String drawn, String name) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(JOIN_QUEUE, List.of(keys.definition(), keys.state(), keys.places(), keys.left(),
                keys.called(), keys.admissions(), keys.history(), keys.samples(), keys.gaps(), keys.log()), visitor,
                drawn, name);
        return switch (reply.get(0).toString()) {
            case "placed" -> new JoinOutcome.Placed(remember(release, place(reply, 1)));
            case "kept" -> new JoinOutcome.Kept(place(reply, 1));
            case "new" -> new JoinOutcome.New();
            case "too_early" -> new JoinOutcome.TooEarly(Duration.ofMillis(reply.get(1).toLong()));
            case "closed" -> new JoinOutcome.Closed();
            case "unknown" -> new JoinOutcome.UnknownRelease();
            default -> throw new IllegalStateException("unknown reply: " + reply);
        };
    }

    private QueuePlace remember(String release, QueuePlace given) {
        given.place().ifPresent(place -> highestPlaces.merge(release, place, Math::max));
        return given;
    }

    /** Makes a queue safe in a new life of the store; how many places were left out. */
    long recover(String release, String storeLife) {
        var keys = new ReleaseKeys(release);
        return scripts.evaluate(RECOVER_RELEASE, List.of(keys.state(), keys.history(), keys.gaps()), storeLife,
                highestPlaces.getOrDefault(release, 0L)).toLong();
    }

    /** What joining would come to. */
    JoinOutcome askToJoin(String release, String visitor, String drawn) {
        return join(release, visitor, drawn, "");
    }

    /** Puts a place back that the store has lost and the visitor's cookie kept; does nothing if it is not lost. */
    boolean restore(HeldPlace held, String visitor, Duration claim, String name) {
        var keys = new ReleaseKeys(held.release());
        return scripts.run(RESTORE_PLACE, List.of(keys.definition(), keys.state(), keys.places(), keys.left(),
                keys.called(), keys.gaps(), keys.log(), keys.restored()), visitor, held.text(), held.incarnation(),
                claim.toMillis(), name).toBoolean();
    }

    Optional<QueuePlace> read(String release, String visitor, String drawn) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(READ_VISITOR, List.of(keys.definition(), keys.state(), keys.places(), keys.left(),
                keys.called(), keys.admissions(), keys.gaps()), visitor, drawn);
        return reply.size() == 1 ? Optional.empty() : Optional.of(place(reply, 0));
    }

    private static QueuePlace place(Response reply, int first) {
        var claimBy = reply.get(first + 4).toString();
        var admission = reply.get(first + 5).toString();
        var state = PlaceState.valueOf(reply.get(first + 2).toString());
        var place = reply.get(first + 1).toString();
        var index = place.startsWith("~") ? OptionalLong.of(Long.parseLong(place.substring(1))) : OptionalLong.empty();
        return new QueuePlace(Phase.valueOf(reply.get(first).toString()),
                index.isPresent() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(place)), index, state,
                reply.get(first + 3).toLong(), reply.get(first + 7).toLong(),
                state == PlaceState.CALLED ? Optional.of(moment(claimBy)) : Optional.empty(),
                admission.isEmpty() ? Optional.empty() : Optional.of(Admission.parse(admission)),
                Instant.ofEpochMilli(reply.get(first + 6).toLong()));
    }

    /** Redis writes large scores as it likes, also as 1.79e+12. */
    private static Instant moment(String score) {
        return Instant.ofEpochMilli((long) Double.parseDouble(score));
    }

    Leaving leave(String release, String visitor, String drawn) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(LEAVE_QUEUE, List.of(keys.state(), keys.places(), keys.left(), keys.called(),
                keys.admissions(), keys.history(), keys.fresh(), keys.gate(), keys.gateSeen(), keys.alive(),
                keys.unexchanged(), keys.tokens(), keys.log(), keys.definition()), visitor, drawn).toString();
        return switch (reply) {
            case "left", "over" -> Leaving.LEFT;
            case "drawn" -> Leaving.DRAWN;
            case "no_place" -> Leaving.NO_PLACE;
            default -> throw new IllegalStateException("unknown reply: " + reply);
        };
    }

    /** What became of a wish to leave; DRAWN when the script must be told the draw. */
    enum Leaving {
        LEFT, DRAWN, NO_PLACE
    }

    /** Tells the ticketing core to end the shopping session of an admission, and never to begin one. */
    void revoke(String release, Admission admission, String reason, Instant at) {
        scripts.send(Command.XADD, REVOCATIONS, "MAXLEN", "~", REVOCATIONS_LENGTH, "*", "jti", admission.jti(),
                "release", release, "reason", reason, "at", at.toEpochMilli());
    }

    /** Calls who is next while there is room; how many were called. */
    int promote(String release, Duration settle) {
        var keys = new ReleaseKeys(release);
        return scripts.run(PROMOTE_VISITORS, List.of(keys.definition(), keys.state(), keys.left(), keys.called(),
                keys.fresh(), keys.gate(), keys.gateSeen(), keys.alive(), keys.history(), keys.samples(),
                keys.waits(), keys.gaps(), keys.log()), settle.toMillis(), MOST_CALLS_AT_ONCE).get(0).toInteger();
    }

    /** Whether this visitor may read now: once per interval, counted over all instances. */
    boolean takeRead(String release, String visitor, Duration interval) {
        return scripts.send(Command.SET, "waiting-room:{" + release + "}:read:" + visitor, "1", "NX", "PX",
                interval.toMillis()) != null;
    }
}
