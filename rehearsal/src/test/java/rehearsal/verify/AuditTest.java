package rehearsal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {

    private static final List<String> FAIR = List.of("cap 1000 2 10", "lobby 1000 a 0", "lobby 1001 b 1",
            "leave 1002 ~0", "close 2000 2", "draw 2001 2 ab cd -", "join 2002 c 3", "join 2003 d 4", "leave 2004 2",
            "call 2100 1 1", "call 2200 3 4", "admit 2300 1", "admit 2400 3", "expire 3000 4", "mode 3001 HOLD",
            "join 3002 e 5", "call 62200 5 5", "admit 62300 5");

    @Test
    void aFairReleaseIsSound() {
        var report = audit(FAIR);

        assertThat(report.findings()).isEmpty();
        assertThat(report.fact("most in 60 s")).isEqualTo(2);
        assertThat(report.fact("highest place called")).isEqualTo(5L);
        assertThat(report.fact("wait p50, ms")).isEqualTo(198L);
    }

    @ParameterizedTest
    @ValueSource(strings = { "join 70000 f 7", "join 70000 f 5", "call 70000 6 6", "call 70000 5 5", "admit 70000 4",
            "admit 70000 1", "admit 70000 6", "close 70000 2", "lobby 70000 f 2", "draw 70000 3 ab cd -", "join 1 f 6",
            "jump 70000 f", "join", "call 70000 x y" })
    void oneUnfairEntryIsFound(String entry) {
        var report = audit(Stream.concat(FAIR.stream(), Stream.of(entry)).toList());

        assertThat(report.findings()).singleElement().asString().startsWith("entry 18 ");
    }

    @Test
    void aBeaconIsAnnouncedBeforeTheLobbyAndThenMixedIn() {
        var sound = List.of("beacon 1 c3JjIDEyMw", "lobby 2 a 0", "close 3 1", "draw 4 1 ab cd dmFsdWU");
        assertThat(audit(sound).findings()).isEmpty();

        assertThat(audit(List.of("lobby 2 a 0", "beacon 2 c3JjIDEyMw", "close 3 1", "draw 4 1 ab cd dmFsdWU"))
                .findings()).containsExactly("entry 1 announces a beacon to a lobby that has begun");
        assertThat(audit(List.of("beacon 1 c3JjIDEyMw", "lobby 2 a 0", "close 3 1", "draw 4 1 ab cd -")).findings())
                .containsExactly("entry 3 draws without the beacon that was announced");
        assertThat(audit(List.of("lobby 2 a 0", "close 3 1", "draw 4 1 ab cd dmFsdWU")).findings())
                .containsExactly("entry 2 mixes in a beacon that nobody announced");
    }

    @Test
    void whoeverIsPassedOverMustHaveGone() {
        var report = audit(List.of("join 1 a 1", "join 1 b 2", "join 1 c 3", "leave 2 2", "call 3 3 3"));

        assertThat(report.findings()).containsExactly("entry 4 passes over place 1, which had not gone");
        assertThat(report.fact("inversions")).isEqualTo(1L);
    }

    @Test
    void whoeverCameInWithoutTheStoreIsNotPassedOver() {
        assertThat(audit(List.of("join 1 a 1", "join 1 b 2", "bypass 2 1", "call 3 2 2")).findings()).isEmpty();
        assertThat(audit(List.of("join 1 a 1", "call 2 1 1", "admit 3 1", "bypass 4 1")).findings())
                .containsExactly("entry 3 admits a place twice");
    }

    @Test
    void sixtySecondsAreCountedSliding() {
        var joins = IntStream.rangeClosed(1, 4).mapToObj(place -> "join 1 v" + place + " " + place);
        var admissions = Stream.of("call 2 1 4", "admit 10000 1", "admit 69999 2", "admit 70000 3", "admit 129998 4");

        var report = audit(Stream.of(Stream.of("cap 1 2 9"), joins, admissions).flatMap(part -> part).toList());

        assertThat(report.findings()).containsExactly("entry 9 is one admission too many within 60 s");
    }

    private static Report audit(List<String> entries) {
        var report = new Report();
        new Audit(report).run(entries);
        return report;
    }
}
