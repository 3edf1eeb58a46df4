package waitingroom.access;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code that opens a release to those who were given it. How it is typed does not matter: case, spaces and hyphens
 * are left out, so that "abcd efgh" is "ABCD-EFGH".
 *
 * @param text letters and digits only, in upper case
 */
record AccessCode(String text) {

    private static final Pattern LEFT_OUT = Pattern.compile("[\\s\\p{Pd}]+");
    private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{4,64}");

    /** Without those that are taken for one another: 5 bits each. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    /** What was typed; empty when no code looks like that. */
    static Optional<AccessCode> read(String typed) {
        var text = LEFT_OUT.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("")
                .toUpperCase(Locale.ROOT);
        return TEXT.matcher(text).matches() ? Optional.of(new AccessCode(text)) : Optional.empty();
    }

    /** 60 random bits: at any rate of guessing we allow, nobody finds one. */
    static AccessCode random(SecureRandom random) {
        var text = new StringBuilder();
        for (var i = 0; i < GROUPS * GROUP; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new AccessCode(text.toString());
    }

    /** As it is handed out: in groups that people can read aloud. */
    String shown() {
        return text.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** A code is shown only to whoever asked for it, never by a log line. */
    @Override
    public String toString() {
        return "AccessCode[…]";
    }
}
