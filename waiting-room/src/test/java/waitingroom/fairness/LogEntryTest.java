package waitingroom.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogEntryTest {

    @ParameterizedTest
    @ValueSource(strings = { "lobby 1764000000000 Zm9v 0", "join 1764000000001 Zm9v 1", "close 1764000000002 1000000",
            "restore 1764000000003 Zm9v ~17", "move 1764000000003 Zm9v 17",
            "draw 1764000000004 2 ab cd -", "call 1764000000005 1 25",
            "admit 1764000000006 7", "bypass 1764000000006 7", "stop 1764000000007 1764000000001",
            "expire 1764000000007 8", "leave 1764000000008 9",
            "leave 1764000000008 ~9",
            "review 1764000000009 4 begin", "mode 1764000000010 HOLD", "reason 1764000000010 UmFpbg",
            "beacon 1764000000010 ZHJhbmQ", "cap 1764000000011 600 200" })
    void anEntryIsSpelledAsItWasRead(String line) {
        assertThat(LogEntry.parse(line).encode()).isEqualTo(line);
    }

    /** One event must not have two spellings: whoever chooses between them would choose the hash. */
    @ParameterizedTest
    @ValueSource(strings = { "", "join", "join 1 Zm9v", "join 1 Zm9v 01", "join 1 Zm9v +1", "join 1 Zm9v -1",
            "join 1 Zm9v 1 ", " join 1 Zm9v 1", "join  1 Zm9v 1", "join 1 Zm9v 1 more", "JOIN 1 Zm9v 1", "join 1  1",
            "join 1 Zm9v 1\n", "jump 1 Zm9v 1", "join 99999999999999999999 Zm9v 1", "call 1 2" })
    void anyOtherSpellingIsRefused(String line) {
        assertThatThrownBy(() -> LogEntry.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
