package waitingroom.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;

/**
 * Runs scripts and plain commands on Redis, from a thread that may wait. Knows how to load a script the store has
 * forgotten, has the queues made safe when the store began a new life, and tells a store that is away from a mistake
 * of ours.
 */
public class ScriptStore {

    /**
     * Errors of a store that cannot serve for now, and of a connection that ended in the middle of a command. Redis 6
     * wraps those met inside a script, with a dash before.
     */
    private static final Pattern AWAY = Pattern.compile("(?:^|-)(LOADING|READONLY|MISCONF|OOM|CLUSTERDOWN|TRYAGAIN"
            + "|MASTERDOWN|BUSY|NOREPLICAS|MOVED|ASK|CONNECTION_CLOSED|CONNECTION_FAILURE)(?= |$)");

    private final Redis redis;
    private final StoreTime time;
    private final Duration patience;
    private volatile Runnable onNewLife = () -> {};

    public ScriptStore(Redis redis, StoreTime time, Duration patience) {
        this.redis = redis;
        this.time = time;
        this.patience = patience;
    }

    /** Runs a script that ends in the argument {@code now}. */
    public Response run(LuaScript script, List<String> keys, Object... arguments) {
        try {
            return runKnown(script, keys, arguments);
        } catch (NewLife unsafe) {
            // The store was restarted, or failed over. The call had no effect, and has none before the queues are safe.
            onNewLife.run();
            return runOnceSafe(script, keys, arguments);
        }
    }

    private Response runOnceSafe(LuaScript script, List<String> keys, Object... arguments) {
        try {
            return runKnown(script, keys, arguments);
        } catch (NewLife again) {
            throw new StoreUnavailableException("the queue is not safe yet", again);
        }
    }

    /** A script the store has forgotten is told in full, and known from then on. */
    private Response runKnown(LuaScript script, List<String> keys, Object... arguments) {
        try {
            return send(call(Command.EVALSHA, script.digest(), keys, arguments));
        } catch (ScriptForgotten forgotten) {
            return send(call(Command.EVAL, script.source(), keys, arguments));
        }
    }

    /** The same without a thread that waits. The answer comes on a thread of the store's, which must not wait either. */
    public CompletionStage<Response> runLater(LuaScript script, List<String> keys, Object... arguments) {
        return redis.send(call(Command.EVALSHA, script.digest(), keys, arguments)).toCompletionStage()
                .toCompletableFuture().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> recovered(failure, () -> run(script, keys, arguments)));
    }

    private static CompletionStage<Response> recovered(Throwable failure, Supplier<Response> again) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        var translated = cause instanceof TimeoutException
                ? new StoreUnavailableException("no answer in time", cause)
                : translate(cause);
        return translated instanceof ScriptForgotten || translated instanceof NewLife
                ? CompletableFuture.supplyAsync(again, Thread::startVirtualThread)
                : CompletableFuture.failedStage(translated);
    }

    /** What makes every queue safe once the store began a new life: after a restart, or a failover. */
    public void onNewLife(Runnable work) {
        onNewLife = work;
    }

    private Request call(Command command, String script, List<String> keys, Object... arguments) {
        var request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        for (var argument : arguments) {
            request.arg(String.valueOf(argument));
        }
        return request.arg(time.now());
    }

    /** Runs one plain command. */
    public Response send(Command command, Object... arguments) {
        var request = Request.cmd(command);
        for (var argument : arguments) {
            request.arg(String.valueOf(argument));
        }
        return send(request);
    }

    private Response send(Request request) {
        try {
            return redis.send(request).toCompletionStage().toCompletableFuture()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StoreUnavailableException("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted", e);
        } catch (ExecutionException e) {
            throw translate(e.getCause());
        }
    }

    private static RuntimeException translate(Throwable failure) {
        if (!(failure instanceof ErrorType error)) {
            return new StoreUnavailableException("no connection", failure);
        }
        var message = error.getMessage() == null ? "" : error.getMessage();
        var cause = AWAY.matcher(message);
        if (cause.find()) {
            return new StoreUnavailableException(cause.group(1), error);
        }
        return switch (message.split(" ", 2)[0]) {
            case "NOSCRIPT" -> new ScriptForgotten();
            case "NEWLIFE" -> new NewLife();
            default -> new IllegalStateException("the store refused a command", error);
        };
    }

    private static final class ScriptForgotten extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ScriptForgotten() {
            super("the store does not know the script", null, false, false);
        }
    }

    private static final class NewLife extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NewLife() {
            super("the store began a new life", null, false, false);
        }
    }
}
