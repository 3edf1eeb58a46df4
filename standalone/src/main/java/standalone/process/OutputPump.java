package standalone.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Hands a child's output on line by line, the child's name in front, and remembers the last lines. */
final class OutputPump {

    private static final int LINES_KEPT = 40;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final String prefix;
    private final Consumer<String> log;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private volatile Thread reader = Thread.ofVirtual().unstarted(() -> {});

    OutputPump(String name, Consumer<String> log) {
        this.prefix = "[" + name + "] ";
        this.log = log;
    }

    void follow(InputStream output) {
        reader = Thread.ofVirtual().name(prefix + "output").start(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    remember(line);
                    log.accept(prefix + line);
                }
            } catch (IOException e) {
                // The child is gone, and its pipe with it.
                remember("(output ended)");
            }
        });
    }

    private void remember(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.removeFirst();
            }
        }
    }

    /** The last words of a child that has ended. A descendant of it may hold the pipe open: not waited for long. */
    List<String> lastWords() throws InterruptedException {
        reader.join(LAST_WORDS);
        return lastLines();
    }

    private List<String> lastLines() {
        synchronized (lastLines) {
            return List.copyOf(lastLines);
        }
    }
}
