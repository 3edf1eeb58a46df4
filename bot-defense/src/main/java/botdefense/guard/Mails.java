package botdefense.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be told from a mail address alone. */
final class Mails {

    private static final Set<String> DISPOSABLE = domains();

    private Mails() {}

    /** Hex SHA-256 of the address in lower case, as lists name it. */
    static String hash(String mail) {
        try {
            var bytes = mail.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }

    /** Of a service that gives everybody an address for minutes. */
    static boolean isDisposable(String mail) {
        var domain = mail.substring(mail.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        for (var part = domain; part.contains("."); part = part.substring(part.indexOf('.') + 1)) {
            if (DISPOSABLE.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** One of many that arrive in one mailbox. */
    static boolean isAliased(String mail) {
        var at = mail.lastIndexOf('@');
        return at > 0 && mail.substring(0, at).contains("+");
    }

    private static Set<String> domains() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Mails.class.getResourceAsStream("/defense/disposable-mail.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("mail domains are unreadable", e);
        }
    }
}
