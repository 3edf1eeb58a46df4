package standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import standalone.process.StartFailure;

/** Clears away what a start that was broken off left behind. */
final class Leftovers {

    private Leftovers() {}

    static void deleteAll(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Leftovers::delete);
        } catch (IOException e) {
            throw new StartFailure("What is left in " + directory + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new StartFailure("What is left in " + path + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
