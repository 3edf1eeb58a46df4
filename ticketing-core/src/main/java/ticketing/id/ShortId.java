package ticketing.id;

import java.security.SecureRandom;

/** Ids that stand in URLs: short, readable, without look-alike letters, and not guessable in practice (60 bits). */
public final class ShortId {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ShortId() {}

    public static String next() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (id, at) -> id.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }
}
