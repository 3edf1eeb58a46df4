package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of our style the compiler does not see. */
class StyleTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final int MOST_LINES = 400;
    private static final int MOST_SCRIPT_LINES = 60;
    private static final Pattern LATER = Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern SLOT = Pattern.compile("\\b(KEYS|ARGV)\\[(\\d+)]");
    private static final Pattern CODE = Pattern.compile("Problem\\.of\\(\\s*\\w+,\\s*\"([a-z]+(?:-[a-z]+)*)\"");

    static List<Path> sources() {
        return files("java", "lua", "sql", "ts", "js", "css", "html", "sh");
    }

    static List<Path> scripts() {
        return files("lua").stream().filter(file -> !file.getParent().endsWith("parts")).toList();
    }

    static List<Path> javaOfTheServices() {
        return files("java").stream().filter(file -> file.toString().contains("/src/main/")).toList();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void fileIsShortAndFinished(Path file) throws IOException {
        var text = Files.readString(file);

        assertThat(LATER.matcher(text).find()).as("something is put off in " + file).isFalse();
        assertThat(text.lines().count()).as(file.toString()).isLessThanOrEqualTo(MOST_LINES);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void headerOfAScriptNamesExactlyWhatItUses(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var header = lines.stream().takeWhile(line -> line.startsWith("--") && !line.startsWith("-- include"))
                .collect(Collectors.joining("\n"));
        var body = lines.stream().skip(header.lines().count()).collect(Collectors.joining("\n"));
        var used = slots(body.replaceAll("(?m)--.*$", ""));
        if (body.contains("-- include clock") && !header.contains("ARGV[n]")) {
            used.add("ARGV[%d]".formatted(highestArgument(header)));
        }

        var documented = header.lines().filter(line -> !line.endsWith("; not used")).collect(Collectors.joining("\n"));
        assertThat(used).isEqualTo(slots(documented));
        assertThat(header).contains("returns");
        assertThat(lines).hasSizeLessThanOrEqualTo(MOST_SCRIPT_LINES);
    }

    @ParameterizedTest
    @MethodSource("javaOfTheServices")
    void codeOfAProblemIsDocumented(Path file) throws IOException {
        var documented = Files.readString(HOME.resolve("docs/problems.md"));
        var codes = CODE.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();

        assertThat(codes).allMatch(code -> documented.contains("| `" + code + "` |"));
    }

    private static Set<String> slots(String text) {
        return SLOT.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The clock that scripts include reads the last argument, whichever that is. */
    private static int highestArgument(String header) {
        return SLOT.matcher(header).results()
                .filter(found -> found.group(1).equals("ARGV"))
                .mapToInt(found -> Integer.parseInt(found.group(2)))
                .max()
                .orElse(0);
    }

    private static List<Path> files(String... endings) {
        try (Stream<Path> all = Files.walk(HOME)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(ending -> file.toString().endsWith("." + ending)))
                    .filter(file -> HOME.relativize(file).toString().contains("/src/"))
                    .filter(file -> !HOME.relativize(file).toString().contains("/target/"))
                    .filter(file -> !HOME.relativize(file).toString().contains("node_modules"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
