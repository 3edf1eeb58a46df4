package standalone.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.function.Supplier;

import standalone.process.StartFailure;

/**
 * Keys and passwords of one installation: made at its first start, kept ever after, readable by their owner only. None
 * is ever logged or printed.
 */
public final class Secrets {

    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 18;

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path directory) {
        this.directory = directory;
    }

    /** The secrets in the given directory; those that are missing are made. */
    public static Secrets in(Path directory) {
        var secrets = new Secrets(directory);
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new StartFailure("The secrets in " + directory + " cannot be written: " + e.getMessage(), e);
        }
        secrets.makeServiceKeys();
        return secrets;
    }

    private void makeServiceKeys() {
        for (var name : new String[]{ "waiting-room.key", "ticket.key", "console.key" }) {
            keep(directory.resolve(name), () -> Base64.getEncoder().encodeToString(randomBytes(KEY_BYTES)));
        }
        if (!Files.exists(directory.resolve("staff-private.pem"))) {
            makeStaffKeys();
        }
    }

    /** The public half is written first: a crash in between leaves no private key, and both are made again. */
    private void makeStaffKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            Files.deleteIfExists(directory.resolve("staff-public.pem"));
            keep(directory.resolve("staff-public.pem"), () -> pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            keep(directory.resolve("staff-private.pem"), () -> pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw new StartFailure("The staff keys in " + directory + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** The directory the services read. */
    public Path directory() {
        return directory;
    }

    /** The password of this name, made at its first use. */
    public String password(String name) {
        return password(directory.resolve(name));
    }

    /** The password in this file, made at its first use. */
    public String password(Path file) {
        return keep(file, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(PASSWORD_BYTES)));
    }

    private byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Written beside and moved into place, so that a crash never leaves half a secret behind. */
    private static String keep(Path file, Supplier<String> content) {
        try {
            if (!Files.exists(file)) {
                var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                var draft = file.resolveSibling(file.getFileName() + ".new");
                Files.deleteIfExists(draft);
                Files.createFile(draft, owner);
                Files.writeString(draft, content.get() + "\n");
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (FileAlreadyExistsException e) {
            throw new StartFailure("Somebody else writes " + file + " at this moment.", e);
        } catch (IOException e) {
            throw new StartFailure("The secret " + file + " cannot be kept: " + e.getMessage(), e);
        }
    }

    private static String pem(String label, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----";
    }
}
