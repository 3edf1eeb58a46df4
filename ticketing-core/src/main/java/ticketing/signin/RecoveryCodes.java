package ticketing.signin;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.secret.TicketKey;

/**
 * Codes for the day the phone is lost: ten of 60 bits, each good once. Kept as HMACs under a key that the database does
 * not have, because what people are to type is too short to be safe as a bare hash.
 */
@ApplicationScoped
class RecoveryCodes {

    static final int COUNT = 10;

    /** Without letters that are read as digits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LETTERS = 12;
    private static final int GROUP = 4;
    private static final String USE = "staff recovery code";

    private final TicketKey key;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(TicketKey key) {
        this.key = key;
    }

    List<String> next() {
        return Stream.generate(this::one).distinct().limit(COUNT).toList();
    }

    /** However it was typed. */
    byte[] digest(UUID staff, String code) {
        var plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return key.derive(USE, staff + " " + plain);
    }

    private String one() {
        var letters = random.ints(LETTERS, 0, ALPHABET.length())
                .mapToObj(at -> String.valueOf(ALPHABET.charAt(at))).collect(Collectors.joining());
        return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
