package botdefense.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import botdefense.Action;
import botdefense.policy.ChallengeSetting.Puzzle;
import org.junit.jupiter.api.Test;

/** B4: a solution is good for whom, what and as long as it was asked for. That it is good once is the store's part. */
class PuzzlesTest {

    private static final Instant NOW = Instant.parse("2030-01-01T20:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(2);
    private static final Duration WAIT = Duration.ofSeconds(45);
    private static final Bond BOND = new Bond(Action.JOIN, "release", "key");

    private final Puzzles puzzles = puzzles("secret");
    private final Challenge challenge = puzzles.issue(BOND, new Puzzle(4, 8), NOW, LENGTH);
    private final Solution solved = solve(challenge);

    @Test
    void whoDidTheWorkComesThrough() {
        assertThat(puzzles.check(solved, BOND, NOW, WAIT)).isInstanceOf(Puzzles.Answer.Right.class);
        assertThat(challenge.expiresAt()).isEqualTo(NOW.plus(LENGTH));
    }

    @Test
    void withoutWorkNobodyDoes() {
        refused(new Solution(challenge.token(), List.of(), false));
        refused(new Solution(challenge.token(), null, false));
        refused(new Solution(challenge.token(), Collections.nCopies(4, "0"), false));
        refused(new Solution(challenge.token(), solved.nonces().subList(0, 3), false));
        refused(new Solution(challenge.token(), solved.nonces().reversed(), false));
        var longer = new ArrayList<>(solved.nonces());
        longer.add("0");
        refused(new Solution(challenge.token(), longer, false));
        refused(new Solution("", solved.nonces(), false));
        refused(new Solution(null, solved.nonces(), false));
    }

    @Test
    void atItsEndItIsOver() {
        assertThat(puzzles.check(solved, BOND, NOW.plus(LENGTH).minusMillis(1), WAIT))
                .isInstanceOf(Puzzles.Answer.Right.class);
        assertThat(puzzles.check(solved, BOND, NOW.plus(LENGTH), WAIT)).isInstanceOf(Puzzles.Answer.Wrong.class);
    }

    @Test
    void anothersIsNotTaken() {
        for (var other : List.of(new Bond(Action.JOIN, "release", "other key"), new Bond(Action.JOIN, "other", "key"),
                new Bond(Action.HOLD, "release", "key"))) {
            assertThat(puzzles.check(solved, other, NOW, WAIT)).isEqualTo(
                    new Puzzles.Answer.Wrong("The challenge was changed, or is somebody else's.", true));
        }
        assertThat(puzzles("other secret").check(solved, BOND, NOW, WAIT)).isInstanceOf(Puzzles.Answer.Wrong.class);
    }

    /** Fewer bits, fewer puzzles, a later end: each field stands in what is signed. */
    @Test
    void nothingOfItCanBeChanged() {
        var fields = challenge.token().split("\\.");
        for (var i = 0; i < fields.length; i++) {
            var changed = fields.clone();
            changed[i] = changed[i].startsWith("1") ? "2" + changed[i].substring(1) : "1" + changed[i].substring(1);
            refused(new Solution(String.join(".", changed), solved.nonces(), false));
        }
    }

    @Test
    void whoCannotWorkWaits() {
        var waited = new Solution(challenge.token(), List.of(), true);

        refused(waited);
        assertThat(puzzles.check(waited, BOND, NOW.plus(WAIT).minusMillis(1), WAIT))
                .isInstanceOf(Puzzles.Answer.Wrong.class);
        assertThat(puzzles.check(waited, BOND, NOW.plus(WAIT), WAIT)).isInstanceOf(Puzzles.Answer.Right.class);
    }

    @Test
    void zeroBitsAreCountedFromTheLeft() {
        assertThat(Puzzles.zeroBits(new byte[]{ (byte) 0x80 })).isZero();
        assertThat(Puzzles.zeroBits(new byte[]{ 1, 0 })).isEqualTo(7);
        assertThat(Puzzles.zeroBits(new byte[]{ 0, 0x10 })).isEqualTo(11);
    }

    private void refused(Solution solution) {
        assertThat(puzzles.check(solution, BOND, NOW, WAIT)).isInstanceOf(Puzzles.Answer.Wrong.class);
    }

    private static Puzzles puzzles(String secret) {
        return new Puzzles((purpose, text) -> Puzzles.sha256(secret + purpose + '\n' + text));
    }

    static Solution solve(Challenge challenge) {
        var nonces = new ArrayList<String>();
        for (var i = 0; i < challenge.count(); i++) {
            var nonce = 0;
            while (Puzzles.zeroBits(Puzzles.sha256(challenge.salt() + ":" + i + ":" + nonce)) < challenge.bits()) {
                nonce++;
            }
            nonces.add(String.valueOf(nonce));
        }
        return new Solution(challenge.token(), nonces, false);
    }
}
