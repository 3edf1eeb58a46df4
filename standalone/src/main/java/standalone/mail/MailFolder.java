package standalone.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The mails that were caught, one file each, as they came. The file's name is the mail's id and begins with the moment it
 * came, so that names in order are mails in order. Beyond a limit the oldest are deleted.
 */
public final class MailFolder {

    private static final int MOST_MAILS = 5_000;
    private static final String SUFFIX = ".eml";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path directory;
    private final InstantSource clock;
    private final AtomicLong counter = new AtomicLong();

    public MailFolder(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Writes one mail; when this returns, it is on disk. */
    void add(Writer mail) {
        var id = STAMP.format(clock.instant()) + "-" + String.format(Locale.ROOT, "%06d",
                counter.incrementAndGet() % 1_000_000);
        var draft = directory.resolve(id + ".new");
        try {
            try (var out = Files.newOutputStream(draft)) {
                mail.writeTo(out);
            }
            Files.move(draft, directory.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
            for (var old : ids().stream().skip(MOST_MAILS).toList()) {
                Files.deleteIfExists(directory.resolve(old + SUFFIX));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("mail cannot be kept", e);
        }
    }

    /** Something that can write itself as a mail. */
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /** All mails, newest first. */
    List<String> ids() {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("mails cannot be listed", e);
        }
    }

    Optional<InputStream> open(String id) {
        var file = directory.resolve(id + SUFFIX);
        if (!id.matches("[0-9-]{1,40}") || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(file));
        } catch (IOException e) {
            // Deleted between the two looks.
            return Optional.empty();
        }
    }

    static Instant receivedAt(String id) {
        return STAMP.parse(id.substring(0, id.lastIndexOf('-')), Instant::from);
    }
}
