package standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * What has been made so far, kept beside the data: a start that was broken off goes on where it stopped, and one that
 * finished is never repeated.
 */
final class Progress {

    private static final String DONE = "done";

    private final Path file;
    private final Properties ids = new Properties();

    Progress(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                ids.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("the demo's progress cannot be read", e);
            }
        }
    }

    boolean done() {
        return ids.containsKey(DONE);
    }

    void finish() {
        once(DONE, () -> "true");
    }

    /** The id of what goes by this name; it is made if it has not been. */
    String once(String name, Supplier<String> make) {
        return Optional.ofNullable(ids.getProperty(name)).orElseGet(() -> {
            var id = make.get();
            ids.setProperty(name, id);
            save();
            return id;
        });
    }

    private void save() {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var writer = Files.newBufferedWriter(draft)) {
                ids.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's progress cannot be kept", e);
        }
    }
}
