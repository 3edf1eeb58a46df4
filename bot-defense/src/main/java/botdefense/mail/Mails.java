package botdefense.mail;

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
public final class Mails {

    private static final Set<String> DISPOSABLE = domains();
    private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "googlemail.com");

    private Mails() {}

    /** Hex SHA-256 of the address in lower case, as lists name it. */
    public static String hash(String mail) {
        try {
            var bytes = mail.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }

    /** Of a service that gives everybody an address for minutes. */
    public static boolean isDisposable(String mail) {
        var domain = mail.substring(mail.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        for (var part = domain; part.contains("."); part = part.substring(part.indexOf('.') + 1)) {
            if (DISPOSABLE.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** One of many that arrive in one mailbox. */
    public static boolean isAliased(String mail) {
        var at = mail.lastIndexOf('@');
        return at > 0 && mail.substring(0, at).contains("+");
    }

    /**
     * The mailbox that an address leads to: capitals and what follows a plus make no other one, nor do dots where the
     * provider ignores them.
     */
    public static String mailbox(String mail) {
        var plain = mail.strip().toLowerCase(Locale.ROOT);
        var at = plain.lastIndexOf('@');
        if (at < 1) {
            return plain;
        }
        var domain = plain.substring(at + 1);
        var plus = plain.indexOf('+');
        var local = plain.substring(0, plus > 0 && plus < at ? plus : at);
        return WITHOUT_DOTS.contains(domain)
                ? local.replace(".", "") + "@gmail.com"
                : local + "@" + domain;
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
