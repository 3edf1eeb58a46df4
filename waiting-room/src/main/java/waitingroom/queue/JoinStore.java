package waitingroom.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.vertx.redis.client.Response;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;

/**
 * Joins of one instance on their way to the store. While one script call of a release is under way, those who arrive
 * wait for it together and go in the next: under load a round trip carries hundreds, and a lone fan waits for nobody.
 * One call at a time keeps the order of arrival.
 */
final class JoinStore {

    private static final LuaScript JOIN_QUEUE = LuaScript.named("join_queue");
    private static final int MOST_AT_ONCE = 256;

    private final ScriptStore scripts;
    private final Map<String, LineToStore> lines = new ConcurrentHashMap<>();

    JoinStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    CompletionStage<JoinOutcome> join(String release, JoinWish wish) {
        var pending = new Pending(wish, new CompletableFuture<>());
        lines.computeIfAbsent(release, LineToStore::new).add(pending);
        return pending.outcome();
    }

    private record Pending(JoinWish wish, CompletableFuture<JoinOutcome> outcome) {}

    /** Those who join one release. */
    private final class LineToStore {

        private final List<String> keys;
        private final Queue<Pending> waiting = new ArrayDeque<>();
        private boolean underWay;

        LineToStore(String release) {
            var names = new ReleaseKeys(release);
            keys = List.of(names.definition(), names.state(), names.places(), names.left(), names.called(),
                    names.admissions(), names.history(), names.samples(), names.gaps(), names.log());
        }

        void add(Pending pending) {
            synchronized (this) {
                waiting.add(pending);
                if (underWay) {
                    return;
                }
                underWay = true;
            }
            sendNext();
        }

        private void sendNext() {
            var batch = next();
            if (!batch.isEmpty()) {
                send(batch).whenComplete((reply, failure) -> {
                    sendNext();
                    answer(batch, reply, failure);
                });
            }
        }

        private synchronized List<Pending> next() {
            var batch = new ArrayList<Pending>();
            while (batch.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            underWay = !batch.isEmpty();
            return batch;
        }

        private CompletionStage<Response> send(List<Pending> batch) {
            var arguments = new Object[batch.size() * 4];
            for (var i = 0; i < batch.size(); i++) {
                var wish = batch.get(i).wish();
                arguments[4 * i] = wish.visitor();
                arguments[4 * i + 1] = wish.drawn();
                arguments[4 * i + 2] = wish.name();
                arguments[4 * i + 3] = wish.kind().word();
            }
            try {
                return scripts.runLater(JOIN_QUEUE, keys, arguments);
            } catch (RuntimeException e) {
                return CompletableFuture.failedStage(e); // those who wait must hear of it, whatever it is
            }
        }
    }

    private static void answer(List<Pending> batch, Response reply, Throwable failure) {
        for (var i = 0; i < batch.size(); i++) {
            var outcome = batch.get(i).outcome();
            if (failure == null) {
                try {
                    outcome.complete(outcomeOf(reply, i));
                } catch (RuntimeException e) {
                    outcome.completeExceptionally(e);
                }
            } else {
                outcome.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        }
    }

    private static JoinOutcome outcomeOf(Response reply, int index) {
        var phase = reply.get(0).toString();
        if (phase.equals("UNKNOWN")) {
            return new JoinOutcome.UnknownRelease();
        }
        var one = reply.get(2 + index);
        return switch (one.get(0).toString()) {
            case "placed" -> new JoinOutcome.Placed(place(phase, reply, one));
            case "kept" -> new JoinOutcome.Kept(place(phase, reply, one));
            case "new" -> new JoinOutcome.New();
            case "too_early" -> new JoinOutcome.TooEarly(Duration.ofMillis(one.get(1).toLong()));
            case "closed" -> new JoinOutcome.Closed();
            default -> throw new IllegalStateException("unknown reply: " + one);
        };
    }

    private static QueuePlace place(String phase, Response reply, Response one) {
        return QueuePlace.of(phase, reply.get(1).toLong(),
                IntStream.rangeClosed(1, 6).mapToObj(field -> one.get(field).toString()).toList());
    }
}
