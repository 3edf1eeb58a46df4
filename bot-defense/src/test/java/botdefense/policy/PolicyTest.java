package botdefense.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies are read as a whole or not at all. */
class PolicyTest {

    private static final Path CORPUS = Path.of("src/test/resources/policies");

    static List<Path> good() {
        return files("good");
    }

    static List<Path> bad() {
        return files("bad");
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatFitsTogetherIsRead(Path file) {
        assertThat(PolicyReader.of(file).rules()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatDoesNotIsRefused(Path file) {
        assertThatThrownBy(() -> PolicyReader.of(file))
                .isInstanceOfAny(InvalidPolicyException.class, UncheckedIOException.class);
    }

    @Test
    void aDraftChangesWhatItNames() {
        var base = PolicyReader.builtIn();
        var louder = new RuleSetting("declaration", 50, Mode.ENFORCE, null, null, null, null);
        var draft = new PolicyDraft(7, null, "somebody", null, null, Map.of("no-agent", louder), null, null, null, null,
                null);

        var after = draft.over(base);

        assertThat(PolicyDiff.between(base, after)).extracting(PolicyDiff.Change::at)
                .containsExactly("/rules/no-agent/mode", "/rules/no-agent/points");
        assertThat(after.modeOf("known-crawler")).isEqualTo(Mode.ENFORCE);
    }

    @Test
    void aRuleThatPutItselfIntoShadowSaysWhyUntilSomebodyElseDecides() {
        var demoted = PolicyReader.builtIn().demoting("known-crawler", "too many fans");

        assertThat(demoted.modeOf("known-crawler")).isEqualTo(Mode.SHADOW);
        assertThat(demoted.rules().get("known-crawler").demoted()).isEqualTo("too many fans");
        var back = new RuleSetting("declaration", 60, Mode.ENFORCE, null, null, null, "too many fans");
        assertThat(back.demoted()).isEmpty();
        assertThat(back.budget()).isEqualTo(5);
    }

    @Test
    void aRuleThatNobodyMakesIsRefused() {
        var draft = new PolicyDraft(null, null, null, null, null,
                Map.of("no-such-rule", new RuleSetting("declaration", 1, Mode.OFF, null, null, null, null)), null, null,
                null, null,
                null);

        assertThatThrownBy(() -> draft.over(PolicyReader.builtIn())).isInstanceOf(InvalidPolicyException.class);
    }

    private static List<Path> files(String folder) {
        try (var files = Files.list(CORPUS.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
