package waitingroom.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command of the store: a Lua file under {@code lua/}, with the parts it includes put in place of its
 * {@code -- include} lines. It is called by its digest.
 */
public record LuaScript(String name, String source, String digest) {

    private static final Pattern INCLUDE = Pattern.compile("(?m)^-- include (\\w+)$");

    /** The script of that name. A missing script fails the start, because stores hold theirs as constants. */
    public static LuaScript named(String name) {
        var source = INCLUDE.matcher(read(name))
                .replaceAll(include -> Matcher.quoteReplacement(read("parts/" + include.group(1))));
        return new LuaScript(name, source, digestOf(source));
    }

    private static String read(String name) {
        var path = "/lua/" + name + ".lua";
        try (var file = LuaScript.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("script is missing: " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digestOf(String source) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is missing from this JVM", e);
        }
    }
}
