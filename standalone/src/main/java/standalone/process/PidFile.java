package standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers a child on disk, so that the next launcher can end it if this one dies without ending it. The start time
 * stands beside the pid: a pid alone may belong to a stranger by then.
 */
final class PidFile {

    private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);

    private final Path file;

    PidFile(Path directory, String name) {
        this.file = directory.resolve(name + ".pid");
    }

    void write(ProcessHandle process) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, process.pid() + " " + startOf(process));
        } catch (IOException e) {
            throw new UncheckedIOException("pid file is not writable", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("pid file cannot be deleted", e);
        }
    }

    /** Ends the process written here if it still runs and is still the one that was meant. */
    void endLeftover() {
        leftover().ifPresent(process -> {
            process.destroyForcibly();
            try {
                process.onExit().get(KILL_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new StartFailure("Process " + process.pid() + " is left over from an earlier start and does not"
                        + " end; stop it and start again.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        delete();
    }

    private Optional<ProcessHandle> leftover() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var words = Files.readString(file).strip().split(" ");
            if (words.length != 2) {
                return Optional.empty();
            }
            var started = Instant.parse(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0])).filter(process -> startOf(process).equals(started))
                    .filter(PidFile::runsAProgram);
        } catch (IOException | RuntimeException e) {
            // An unreadable pid file names nobody.
            return Optional.empty();
        }
    }

    /** One that has ended and was not collected by its parent runs none. */
    private static boolean runsAProgram(ProcessHandle process) {
        return process.info().command().isPresent();
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
