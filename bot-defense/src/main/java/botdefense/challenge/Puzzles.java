package botdefense.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import botdefense.policy.ChallengeSetting.Puzzle;

/**
 * Makes challenges and looks at answers. Nothing is kept: a token carries what was asked, from when until when, and the
 * MAC over that and over the bond. That it is spent once is the store's business.
 */
final class Puzzles {

    private static final String VERSION = "1";
    private static final int NONCE_BYTES = 12;
    private static final int SALT_BYTES = 16;
    private static final int FIELDS = 6;
    private static final int LONGEST_TOKEN = 512;
    private static final int LONGEST_NONCE = 64;
    private static final int BITS_OF_A_BYTE = 8;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final BiFunction<String, String, byte[]> mac;
    private final SecureRandom random = new SecureRandom();

    /** @param mac of a purpose and a text, by a secret all instances share */
    Puzzles(BiFunction<String, String, byte[]> mac) {
        this.mac = mac;
    }

    Challenge issue(Bond bond, Puzzle puzzle, Instant now, Duration length) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var expiresAt = now.plus(length);
        var asked = String.join(".", VERSION, String.valueOf(puzzle.count()), String.valueOf(puzzle.bits()),
                String.valueOf(now.toEpochMilli()), String.valueOf(expiresAt.toEpochMilli()),
                ENCODER.encodeToString(nonce));
        return new Challenge(asked + "." + seal(asked, bond), salt(asked), puzzle.count(), puzzle.bits(), expiresAt);
    }

    /** Looks at everything but whether it was spent before. */
    Answer check(Solution solution, Bond bond, Instant now, Duration wait) {
        var token = solution.token() == null ? "" : solution.token();
        var end = token.lastIndexOf('.');
        if (end < 0 || token.length() > LONGEST_TOKEN) {
            return new Answer.Wrong("It is no challenge of ours.", false);
        }
        var asked = token.substring(0, end);
        var sealed = token.substring(end + 1).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(seal(asked, bond).getBytes(StandardCharsets.UTF_8), sealed)) {
            return new Answer.Wrong("The challenge was changed, or is somebody else's.", true);
        }
        var fields = asked.split("\\.", FIELDS);
        var issuedAt = Instant.ofEpochMilli(Long.parseLong(fields[3]));
        var expiresAt = Instant.ofEpochMilli(Long.parseLong(fields[4]));
        if (!now.isBefore(expiresAt)) {
            return new Answer.Wrong("The challenge is over.", false);
        }
        if (solution.waited()) {
            return now.isBefore(issuedAt.plus(wait))
                    ? new Answer.Wrong("The wait is not over yet.", false)
                    : new Answer.Right(fields[5], expiresAt, true);
        }
        var puzzle = new Puzzle(Integer.parseInt(fields[1]), Integer.parseInt(fields[2]));
        return isSolved(salt(asked), puzzle, solution.nonces())
                ? new Answer.Right(fields[5], expiresAt, false)
                : new Answer.Wrong("The puzzle is not solved.", false);
    }

    /** What tells a challenge of ours for this client, which may have ended a while ago; empty for any other. */
    Optional<String> nonceOf(String token, Bond bond, Instant now, Duration grace) {
        var end = token.lastIndexOf('.');
        if (end < 0 || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        var asked = token.substring(0, end);
        if (!MessageDigest.isEqual(seal(asked, bond).getBytes(StandardCharsets.UTF_8),
                token.substring(end + 1).getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        var fields = asked.split("\\.", FIELDS);
        return now.isBefore(Instant.ofEpochMilli(Long.parseLong(fields[4])).plus(grace))
                ? Optional.of(fields[5])
                : Optional.empty();
    }

    private static boolean isSolved(String salt, Puzzle puzzle, List<String> nonces) {
        if (nonces == null || nonces.size() != puzzle.count()) {
            return false;
        }
        for (var i = 0; i < nonces.size(); i++) {
            var nonce = nonces.get(i);
            if (nonce == null || nonce.length() > LONGEST_NONCE
                    || zeroBits(sha256(salt + ":" + i + ":" + nonce)) < puzzle.bits()) {
                return false;
            }
        }
        return true;
    }

    static int zeroBits(byte[] hash) {
        var bits = 0;
        for (var part : hash) {
            if (part != 0) {
                return bits + Integer.numberOfLeadingZeros(part & 0xff) - 3 * BITS_OF_A_BYTE;
            }
            bits += BITS_OF_A_BYTE;
        }
        return bits;
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }

    private String seal(String asked, Bond bond) {
        return ENCODER.encodeToString(mac.apply("challenge", asked + '\n' + bond.text()));
    }

    private String salt(String asked) {
        return HexFormat.of().formatHex(mac.apply("salt", asked), 0, SALT_BYTES);
    }

    /** What an answer is worth. */
    sealed interface Answer {

        /** @param nonce of the challenge: what is spent */
        record Right(String nonce, Instant expiresAt, boolean waited) implements Answer {}

        /** @param forged whether it was not made by us for this client */
        record Wrong(String reason, boolean forged) implements Answer {}
    }
}
