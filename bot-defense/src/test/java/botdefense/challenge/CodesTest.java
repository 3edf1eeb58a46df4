package botdefense.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import botdefense.Action;
import org.junit.jupiter.api.Test;

class CodesTest {

    private static final Instant NOW = Instant.parse("2030-01-01T20:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final Bond BOND = new Bond(Action.PAY, "hold", "key");

    private final Codes codes = codes("secret");
    private final Codes.Issued issued = codes.issue(BOND, NOW, LENGTH);

    @Test
    void theCodeIsRightHoweverItIsTyped() {
        var code = codes.codeOf(issued.token(), BOND);

        assertThat(code).matches("\\d{8}");
        assertThat(codes.isRight(issued, BOND, code.substring(0, 4) + " " + code.substring(4))).isTrue();
        assertThat(codes.isRight(issued, BOND, "%08d".formatted((Integer.parseInt(code) + 1) % 100_000_000))).isFalse();
        assertThat(codes.isRight(issued, BOND, "")).isFalse();
        assertThat(codes.read(issued.token(), BOND, NOW)).contains(issued);
    }

    @Test
    void anothersIsNoCodeNorOneForSomethingElse() {
        for (var other : List.of(new Bond(Action.PAY, "hold", "other"), new Bond(Action.PAY, "other", "key"),
                new Bond(Action.HOLD, "hold", "key"))) {
            assertThat(codes.read(issued.token(), other, NOW)).isEmpty();
            assertThat(codes.codeOf(issued.token(), other)).isNotEqualTo(codes.codeOf(issued.token(), BOND));
        }
        assertThat(codes("other secret").read(issued.token(), BOND, NOW)).isEmpty();
    }

    @Test
    void aTokenThatWasChangedOrIsOverIsNone() {
        var fields = issued.token().split("\\.");
        var later = String.valueOf(Long.parseLong(fields[1]) + 1);

        assertThat(codes.read(issued.token().replace(fields[1], later), BOND, NOW)).isEmpty();
        assertThat(codes.read("", BOND, NOW)).isEmpty();
        assertThat(codes.read(null, BOND, NOW)).isEmpty();
        assertThat(codes.read(issued.token(), BOND, NOW.plus(LENGTH).minusMillis(1))).isPresent();
        assertThat(codes.read(issued.token(), BOND, NOW.plus(LENGTH))).isEmpty();
    }

    /** A puzzle's token is no code's: what was made for one answer is not taken for another. */
    @Test
    void aPuzzleIsNoCode() {
        var puzzles = new Puzzles(CodesTest::mac);
        var puzzle = puzzles.issue(BOND, new botdefense.policy.ChallengeSetting.Puzzle(1, 1), NOW, LENGTH);

        assertThat(new Codes(CodesTest::mac).read(puzzle.token(), BOND, NOW)).isEmpty();
        assertThat(puzzles.nonceOf(puzzle.token(), BOND, NOW.plus(LENGTH), Duration.ofMinutes(1))).isPresent();
        assertThat(puzzles.nonceOf(puzzle.token(), BOND, NOW.plus(LENGTH), Duration.ZERO)).isEmpty();
        assertThat(puzzles.nonceOf(puzzle.token(), new Bond(Action.PAY, "hold", "other"), NOW, LENGTH)).isEmpty();
    }

    private static Codes codes(String secret) {
        return new Codes((purpose, text) -> mac(secret + purpose, text));
    }

    private static byte[] mac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
