package standalone.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import standalone.process.StartFailure;

/**
 * The directory that holds everything that outlives a run: databases, mails, secrets. One launcher at a time may use it
 * (a file lock, which the system takes back when the launcher dies), and a launcher older than the data leaves it alone.
 */
public final class DataFolder implements AutoCloseable {

    static final int FORMAT = 1;
    private static final long LEAST_SPACE = 256L << 20;

    private final Path root;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel lockFile, FileLock lock) {
        this.root = root;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    public static DataFolder open(Path directory) {
        var root = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            var lockFile = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new DataFolder(root, lockFile, lock(root, lockFile)).checked();
        } catch (IOException e) {
            throw new StartFailure("The data directory " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static FileLock lock(Path root, FileChannel lockFile) throws IOException {
        try {
            var lock = lockFile.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: taken all the same.
        }
        lockFile.close();
        throw new StartFailure("The data directory " + root + " is in use by another start of Ticket D-Saster. Stop it,"
                + " or choose another directory with --data.");
    }

    private DataFolder checked() throws IOException {
        try {
            checkFormat();
            checkSpace();
            return this;
        } catch (StartFailure | IOException e) {
            close();
            throw e;
        }
    }

    private void checkFormat() throws IOException {
        var file = root.resolve("format");
        if (!Files.exists(file)) {
            Files.writeString(file, FORMAT + "\n");
            return;
        }
        var format = Files.readString(file).strip();
        if (!format.matches("\\d{1,6}") || Integer.parseInt(format) > FORMAT) {
            throw new StartFailure("The data in " + root + " was written by a newer version (format " + format
                    + ", this version knows " + FORMAT + "). Use that version, or another directory with --data.");
        }
    }

    private void checkSpace() throws IOException {
        if (Files.getFileStore(root).getUsableSpace() < LEAST_SPACE) {
            throw new StartFailure("The disk that holds " + root + " is full: at least " + (LEAST_SPACE >> 20)
                    + " MiB are needed. Free some space, or choose another directory with --data.");
        }
    }

    /** The path of a file or directory in here; its parent exists. */
    public Path path(String name) {
        return root.resolve(name);
    }

    /** A directory in here, made if it was not there. */
    public Path directory(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new StartFailure("The directory " + root.resolve(name) + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Lets the next launcher in. */
    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new StartFailure("The lock of " + root + " cannot be released.", e);
        }
    }
}
