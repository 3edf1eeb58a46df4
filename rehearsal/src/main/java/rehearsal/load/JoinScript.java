package rehearsal.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills a queue by the waiting room's own script, read out of its jar: what stands in the store afterwards is what the
 * service would have put there, a million places in the time of ten thousand requests.
 */
public final class JoinScript {

    private static final Pattern INCLUDE = Pattern.compile("(?m)^-- include (\\w+)$");
    private static final List<String> KEYS = List.of("definition", "state", "places", "left", "called", "admissions",
            "history", "samples", "gaps", "log");
    private static final int AT_ONCE = 200;

    private final RedisLine redis;
    private final String source;
    private final String digest;

    public JoinScript(Path home, RedisLine redis) throws IOException {
        this.redis = redis;
        this.source = read(home);
        this.digest = redis.text("SCRIPT", "LOAD", source);
    }

    private static String read(Path home) throws IOException {
        var folder = home.resolve("waiting-room/target/quarkus-app/app");
        try (Stream<Path> files = Files.list(folder)) {
            var jar = files.filter(file -> file.toString().endsWith(".jar")).findFirst()
                    .orElseThrow(() -> new IOException("the waiting room is not built: " + folder + " is empty"));
            try (var opened = new JarFile(jar.toFile())) {
                return resolve(opened, "join_queue");
            }
        }
    }

    private static String resolve(JarFile jar, String name) throws IOException {
        var source = new String(jar.getInputStream(jar.getEntry("lua/" + name + ".lua")).readAllBytes(),
                StandardCharsets.UTF_8);
        var includes = INCLUDE.matcher(source);
        var resolved = new StringBuilder();
        while (includes.find()) {
            includes.appendReplacement(resolved, Matcher.quoteReplacement(resolve(jar, "parts/" + includes.group(1))));
        }
        return includes.appendTail(resolved).toString();
    }

    /** Gives places to visitors numbered {@code [from, to)}, in that order. */
    public void fill(String release, long from, long to) throws IOException {
        for (var first = from; first < to; first += AT_ONCE) {
            var words = new ArrayList<>(List.of("EVALSHA", digest, String.valueOf(KEYS.size())));
            KEYS.forEach(key -> words.add("waiting-room:{" + release + "}:" + key));
            for (var number = first; number < Math.min(first + AT_ONCE, to); number++) {
                // As long as what the service writes: 22 characters of a thumbprint, 27 of a pseudonym.
                words.addAll(List.of("crowd%017d".formatted(number), "", "crowd%022d".formatted(number), "first"));
            }
            words.add("");
            redis.ask(words);
        }
    }
}
