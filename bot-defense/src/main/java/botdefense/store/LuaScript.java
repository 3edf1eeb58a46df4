package botdefense.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;

/** One Lua file, called by its digest; a store that does not know it yet is told it once. */
public final class LuaScript {

    private final String body;
    private final String digest;

    private LuaScript(String body) {
        this.body = body;
        this.digest = digestOf(body);
    }

    /** Reads {@code lua/<name>.lua}; a missing one fails the start. */
    public static LuaScript named(String name) {
        try (var file = LuaScript.class.getResourceAsStream("/lua/" + name + ".lua")) {
            return new LuaScript(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("script is unreadable: " + name, e);
        }
    }

    /** The script's answer, a whole number. */
    public CompletionStage<Long> callForNumber(RedisClusterAsyncCommands<String, byte[]> commands, List<String> keys,
            Object... arguments) {
        var keyArray = keys.toArray(String[]::new);
        var values = new byte[arguments.length][];
        for (var i = 0; i < arguments.length; i++) {
            values[i] = String.valueOf(arguments[i]).getBytes(StandardCharsets.UTF_8);
        }
        return commands.<Long>evalsha(digest, ScriptOutputType.INTEGER, keyArray, values)
                .exceptionallyCompose(failure -> isUnknown(failure)
                        ? commands.eval(body, ScriptOutputType.INTEGER, keyArray, values)
                        : CompletableFuture.failedStage(failure));
    }

    private static boolean isUnknown(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RedisNoScriptException;
    }

    private static String digestOf(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is missing from this JVM", e);
        }
    }
}
