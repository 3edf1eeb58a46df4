package standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The {@code postmaster.pid} a killed server leaves behind. PostgreSQL takes it for its own if any process has that pid
 * by now, a stranger's included, and then refuses to start; who holds the lock of the data directory knows better.
 */
final class StalePidFile {

    private StalePidFile() {}

    /** Deletes the file unless its pid belongs to a server that runs from our programs. */
    static void clear(Path cluster, Path postgres) {
        var file = cluster.resolve("postmaster.pid");
        if (Files.exists(file) && !isServer(file, postgres)) {
            Leftovers.delete(file);
        }
    }

    private static boolean isServer(Path file, Path postgres) {
        try (var lines = Files.lines(file)) {
            var pid = Long.parseLong(lines.findFirst().orElse("0").strip());
            return ProcessHandle.of(pid).flatMap(process -> process.info().command())
                    .filter(command -> command.equals(postgres.toString())).isPresent();
        } catch (IOException | NumberFormatException e) {
            // An unreadable file protects nobody.
            return false;
        }
    }
}
