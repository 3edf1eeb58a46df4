package waitingroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Lua file says on top what it takes, and takes exactly that. */
class LuaScriptTest {

    private static final Pattern KEY = Pattern.compile("KEYS\\[(\\d+)]");
    private static final Pattern ARGUMENT = Pattern.compile("ARGV\\[(\\d+)]");

    static Stream<Path> files() throws IOException, URISyntaxException {
        var folder = Path.of(LuaScriptTest.class.getResource("/lua/join_queue.lua").toURI()).getParent();
        return Files.list(folder).filter(file -> file.toString().endsWith(".lua")
                && !file.getFileName().toString().equals("take_token.lua"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theHeaderIsTheContract(Path file) {
        var header = header(file);
        var body = LuaScript.named(file.getFileName().toString().replace(".lua", "")).source()
                .replaceAll("(?m)^--.*$", "");

        assertThat(header).contains("-- returns ");
        assertThat(numbers(KEY, header)).as("keys").isEqualTo(numbers(KEY, body)).isPositive();
        assertThat(numbers(ARGUMENT, header)).as("arguments").isGreaterThanOrEqualTo(numbers(ARGUMENT, body));
        assertThat(header).as("no gap in the numbering").satisfies(text -> IntStream.rangeClosed(1, numbers(KEY, text))
                .forEach(i -> assertThat(text).contains("KEYS[" + i + "]")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aCommandIsShort(Path file) {
        assertThat(read(file).lines().count()).isLessThan(60);
    }

    @Test
    void noIncludeIsLeftUnresolved() {
        assertThat(LuaScript.named("claim_admission").source()).doesNotContain("-- include")
                .contains("local function room_at_gate");
    }

    private static String header(Path file) {
        return read(file).lines().takeWhile(line -> line.startsWith("--"))
                .reduce("", (text, line) -> text + line + "\n");
    }

    private static int numbers(Pattern pattern, String text) {
        return pattern.matcher(text).results().mapToInt(found -> Integer.parseInt(found.group(1))).max().orElse(0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
