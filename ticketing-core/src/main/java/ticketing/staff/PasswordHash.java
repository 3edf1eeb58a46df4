package ticketing.staff;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Argon2id hash with all that is needed to check a password against it, written as a PHC string:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
record PasswordHash(int memoryKib, int passes, byte[] salt, byte[] hash) {

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    static Optional<PasswordHash> parse(String phc) {
        var matcher = PHC.matcher(phc);
        return matcher.matches()
                ? Optional.of(new PasswordHash(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                        Base64.getDecoder().decode(matcher.group(3)), Base64.getDecoder().decode(matcher.group(4))))
                : Optional.empty();
    }

    String phc() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(memoryKib, passes, base64.encodeToString(salt),
                base64.encodeToString(hash));
    }
}
