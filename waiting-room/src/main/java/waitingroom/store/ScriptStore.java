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

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;

/**
 * Runs scripts and plain commands on Redis, from a thread that may wait. Knows how to load a script the store has
 * forgotten, and tells a store that is away from a mistake of ours.
 */
public class ScriptStore {

    private final Redis redis;
    private final StoreTime time;
    private final Duration patience;
    private volatile Runnable beforeReload = () -> {};

    public ScriptStore(Redis redis, StoreTime time, Duration patience) {
        this.redis = redis;
        this.time = time;
        this.patience = patience;
    }

    /** Runs a script that ends in the argument {@code now}. */
    public Response run(LuaScript script, List<String> keys, Object... arguments) {
        try {
            return send(evalSha(script, keys, arguments));
        } catch (ScriptForgotten forgotten) {
            // The store was restarted, or failed over. What it forgot is loaded once more; the call had no effect.
            // No script can run in the store's new life before somebody has made the queues safe.
            beforeReload.run();
            send(Request.cmd(Command.SCRIPT).arg("LOAD").arg(script.source()));
            return send(evalSha(script, keys, arguments));
        }
    }

    /** The same without a thread that waits. The answer comes on a thread of the store's, which must not wait either. */
    public CompletionStage<Response> runLater(LuaScript script, List<String> keys, Object... arguments) {
        return redis.send(evalSha(script, keys, arguments)).toCompletionStage().toCompletableFuture()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> recovered(failure, () -> run(script, keys, arguments)));
    }

    private static CompletionStage<Response> recovered(Throwable failure, Supplier<Response> again) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        var translated = cause instanceof TimeoutException
                ? new StoreUnavailableException("no answer in time", cause)
                : translate(cause);
        return translated instanceof ScriptForgotten
                ? CompletableFuture.supplyAsync(again, Thread::startVirtualThread)
                : CompletableFuture.failedStage(translated);
    }

    /** Runs a script by its text, known to the store or not. */
    public Response evaluate(LuaScript script, List<String> keys, Object... arguments) {
        var request = Request.cmd(Command.EVAL).arg(script.source()).arg(keys.size());
        keys.forEach(request::arg);
        for (var argument : arguments) {
            request.arg(String.valueOf(argument));
        }
        return send(request.arg(time.now()));
    }

    /** Which life of the store this is; it begins anew with every restart and failover. */
    public String life() {
        return send(Command.INFO, "server").toString().lines().filter(line -> line.startsWith("run_id:"))
                .findFirst().orElseThrow();
    }

    /** What must be done before scripts are loaded into a store that has forgotten them. */
    public void beforeReload(Runnable work) {
        beforeReload = work;
    }

    private Request evalSha(LuaScript script, List<String> keys, Object... arguments) {
        var request = Request.cmd(Command.EVALSHA).arg(script.digest()).arg(keys.size());
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
        if (failure instanceof ErrorType error) {
            return switch (firstWord(error.getMessage())) {
                case "NOSCRIPT" -> new ScriptForgotten();
                case "LOADING", "READONLY", "MISCONF", "OOM", "CLUSTERDOWN", "TRYAGAIN", "MASTERDOWN", "BUSY",
                        "NOREPLICAS" ->
                    new StoreUnavailableException(firstWord(error.getMessage()), error);
                default -> new IllegalStateException("the store refused a command", error);
            };
        }
        return new StoreUnavailableException("no connection", failure);
    }

    private static String firstWord(String message) {
        return message == null ? "" : message.split(" ", 2)[0];
    }

    private static final class ScriptForgotten extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ScriptForgotten() {
            super("the store does not know the script", null, false, false);
        }
    }
}
