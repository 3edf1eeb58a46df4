package waitingroom.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;
import waitingroom.visitor.Visitor.HeldPlace;

/** The queue of each release in Redis. Every command is one script: two instances never see half of one. */
@Singleton
public class QueueStore {

    private static final LuaScript READ_VISITOR = LuaScript.named("read_visitor");
    private static final LuaScript LEAVE_QUEUE = LuaScript.named("leave_queue");
    private static final LuaScript PROMOTE_VISITORS = LuaScript.named("promote_visitors");
    private static final LuaScript RESTORE_PLACE = LuaScript.named("restore_place");
    private static final LuaScript RECOVER_RELEASE = LuaScript.named("recover_release");
    private static final LuaScript REVIEW_PLACE = LuaScript.named("review_place");

    private static final int MOST_CALLS_AT_ONCE = 1_000;
    /** Begins the fields of the state that name places put aside, as review_place.lua writes them. */
    private static final String REVIEWED = "review:";
    private static final int SCANNED_AT_ONCE = 500;
    private static final String REVOCATIONS = "waiting-room:revocations";
    private static final int REVOCATIONS_LENGTH = 100_000;

    private final ScriptStore scripts;
    private final JoinStore joins;
    private final ConcurrentMap<String, Long> highestPlaces = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> highestCalled = new ConcurrentHashMap<>();

    public QueueStore(ScriptStore scripts) {
        this.scripts = scripts;
        this.joins = new JoinStore(scripts);
    }

    /**
     * Takes a place for the visitor, or tells the one it has.
     *
     * @param drawn what the scripts are told of the draw
     * @param name  the visitor's in the fairness log
     */
    JoinOutcome join(String release, String visitor, String drawn, String name) {
        return await(joinLater(release, new JoinWish(visitor, drawn, name, JoinWish.Kind.AGAIN)));
    }

    /** Grants a wish in the order of arrival, together with those that arrive about now; without waiting for it. */
    CompletionStage<JoinOutcome> joinLater(String release, JoinWish wish) {
        return joins.join(release, wish).thenApply(outcome -> remember(release, outcome));
    }

    private JoinOutcome remember(String release, JoinOutcome outcome) {
        if (outcome instanceof JoinOutcome.Placed placed) {
            placed.place().place().ifPresent(place -> highestPlaces.merge(release, place, Math::max));
        }
        return outcome;
    }

    private static JoinOutcome await(CompletionStage<JoinOutcome> later) {
        try {
            return later.toCompletableFuture().join(); // ends by itself: the store's patience is bounded
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Makes a queue safe in a new life of the store.
     *
     * @param hold for how long nobody new is called or admitted
     * @return how many places were left out; empty if it was safe already
     */
    OptionalLong recover(String release, Duration hold) {
        var keys = new ReleaseKeys(release);
        var leftOut = scripts.run(RECOVER_RELEASE, List.of(keys.definition(), keys.state(), keys.history(), keys.gaps(),
                keys.left(), keys.called(), keys.fresh(), keys.samples(), keys.waits(), keys.unexchanged(), keys.log()),
                highestPlaces.getOrDefault(release, 0L), highestCalled.getOrDefault(release, 0L), hold.toMillis())
                .toLong();
        return leftOut < 0 ? OptionalLong.empty() : OptionalLong.of(leftOut);
    }

    /** What joining would come to. */
    JoinOutcome askToJoin(String release, String visitor, String drawn) {
        return await(joinLater(release, new JoinWish(visitor, drawn, "", JoinWish.Kind.ASK)));
    }

    /** Puts a place back that the store has lost and the visitor's cookie kept; does nothing if it is not lost. */
    boolean restore(HeldPlace held, String visitor, Duration claim, String name) {
        var keys = new ReleaseKeys(held.release());
        return scripts.run(RESTORE_PLACE, List.of(keys.definition(), keys.state(), keys.places(), keys.left(),
                keys.called(), keys.gaps(), keys.log(), keys.restored(), keys.admissions()), visitor, held.text(),
                held.incarnation(),
                claim.toMillis(), name).toBoolean();
    }

    Optional<QueuePlace> read(String release, String visitor, String drawn) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(READ_VISITOR, List.of(keys.definition(), keys.state(), keys.places(), keys.left(),
                keys.called(), keys.admissions(), keys.gaps()), visitor, drawn);
        return reply.size() == 1 ? Optional.empty() : Optional.of(place(reply));
    }

    private static QueuePlace place(Response reply) {
        return QueuePlace.of(reply.get(0).toString(), reply.get(6).toLong(),
                IntStream.of(1, 2, 3, 4, 5, 7).mapToObj(field -> reply.get(field).toString()).toList());
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
    public void revoke(String release, Admission admission, String reason, Instant at) {
        scripts.send(Command.XADD, REVOCATIONS, "MAXLEN", "~", REVOCATIONS_LENGTH, "*", "jti", admission.jti(),
                "release", release, "reason", reason, "at", at.toEpochMilli());
    }

    /** Calls who is next while there is room. */
    Round promote(String release, Duration settle) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(PROMOTE_VISITORS, List.of(keys.definition(), keys.state(), keys.left(), keys.called(),
                keys.fresh(), keys.gate(), keys.gateSeen(), keys.alive(), keys.history(), keys.samples(),
                keys.waits(), keys.gaps(), keys.log()), settle.toMillis(), MOST_CALLS_AT_ONCE);
        highestCalled.merge(release, reply.get(1).toLong(), Math::max);
        return new Round(reply.get(0).toInteger(), reply.get(2).toLong());
    }

    /**
     * A round of calls.
     *
     * @param lives how many new lives of the store the queue has seen
     */
    record Round(int calls, long lives) {}

    /** Puts a place aside for somebody to look at it, or takes it back; false when there is no such place waiting. */
    boolean review(String release, long place, ReviewStep step) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(REVIEW_PLACE, List.of(keys.definition(), keys.state(), keys.left(), keys.called(),
                keys.admissions(), keys.fresh(), keys.gate(), keys.gateSeen(), keys.log()), place, step.word())
                .toString();
        return reply.equals("done") || reply.equals("known");
    }

    /** The places that are put aside, those that wait longest first. */
    List<Reviewed> reviewed(String release) {
        var state = new ReleaseKeys(release).state();
        var found = new ArrayList<Reviewed>();
        var cursor = "0";
        do {
            var reply = scripts.send(Command.HSCAN, state, cursor, "MATCH", REVIEWED + "*", "COUNT", SCANNED_AT_ONCE);
            cursor = reply.get(0).toString();
            var fields = reply.get(1);
            for (var i = 0; i + 1 < fields.size(); i += 2) {
                found.add(new Reviewed(
                        Long.parseLong(fields.get(i).toString().substring(REVIEWED.length())),
                        Instant.ofEpochMilli((long) Double.parseDouble(fields.get(i + 1).toString()))));
            }
        } while (!cursor.equals("0"));
        // A scan may meet a field twice while the hash grows.
        return found.stream().distinct().sorted(Comparator.comparing(Reviewed::since)).toList();
    }

    /** The two ends of a review; the fairness log spells them so. */
    enum ReviewStep {
        BEGIN, END;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether this visitor may read now: once per interval, counted over all instances. */
    boolean takeRead(String release, String visitor, Duration interval) {
        return scripts.send(Command.SET, "waiting-room:{" + release + "}:read:" + visitor, "1", "NX", "PX",
                interval.toMillis()) != null;
    }
}
