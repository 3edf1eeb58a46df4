package waitingroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import waitingroom.report.FairnessReport.Counts;
import waitingroom.report.FairnessReport.Most;
import waitingroom.report.FairnessReport.Overshoot;
import waitingroom.report.FairnessReport.Pause;

class LogReaderTest {

    private static final long ADMISSION = 600_000;

    @Test
    void aReleaseIsSummedUp() {
        var report = read("cap 1000 2 10", "lobby 1000 a 0", "lobby 1001 b 1", "leave 1002 ~0", "close 2000 2",
                "draw 2001 2 ab cd -", "join 2002 c 3", "join 2003 d 4", "leave 2004 2", "call 2100 1 1",
                "call 4003 3 4", "admit 4300 1", "admit 4400 3", "expire 9000 4", "expire 125000 3");

        assertThat(report.counts()).isEqualTo(new Counts(2, 4, 3, 2, 1, 1, 2, 0, 0, 0));
        assertThat(report.inversions()).isZero();
        assertThat(report.overshoot()).isEqualTo(new Overshoot(0, 0));
        assertThat(report.most()).isEqualTo(new Most(2, 2));
        assertThat(report.waits().called()).isEqualTo(3);
        assertThat(report.waits().p50()).isEqualTo(2.0);
        assertThat(report.waits().longest()).isEqualTo(2.001);
        assertThat(report.entries()).isEqualTo(15);
        assertThat(report.from()).isEqualTo(Instant.ofEpochMilli(1000));
        assertThat(report.until()).isEqualTo(Instant.ofEpochMilli(125_000));
    }

    @Test
    void whoeverIsPassedOverWithoutAReasonIsAnInversion() {
        var joins = Stream.of("join 1 a 1", "join 1 b 2", "join 1 c 3", "join 1 d 4", "join 1 e 8");

        var report = read(Stream.concat(joins, Stream.of("leave 2 2", "review 2 3 begin", "call 3 8 8"))
                .toArray(String[]::new));

        assertThat(report.inversions()).as("1 and 4; 5 to 7 were lost with the store, nobody holds them").isEqualTo(2);
    }

    @Test
    void admissionsBeyondTheCapsAreCounted() {
        var report = read("cap 1 2 2", "join 1 a 1", "join 1 b 2", "join 1 c 3", "join 1 d 4", "call 2 1 4",
                "admit 10000 1", "admit 69999 2", "admit 70000 3", "leave 70001 1", "admit 129998 4");

        assertThat(report.overshoot()).isEqualTo(new Overshoot(1, 2));
        assertThat(report.most()).isEqualTo(new Most(3, 3));
    }

    @Test
    void anAdmissionNobodySpeaksOfEndsByItself() {
        var report = read("cap 1 100 1", "join 1 a 1", "join 1 b 2", "call 2 1 2", "admit 10900 1", "admit 610000 2");

        assertThat(report.overshoot().active()).isZero();
    }

    @Test
    void pausesAreToldWithTheirCauses() {
        var report = read("mode 1000 AUTO", "mode 2000 HOLD", "reason 2000 UmFpbg", "mode 9000 AUTO", "mode 10000 HOLD",
                "join 15000 a 1");

        assertThat(report.pauses()).isEqualTo(List.of(
                new Pause(Instant.ofEpochMilli(2000), Instant.ofEpochMilli(9000), 7, "Rain"),
                new Pause(Instant.ofEpochMilli(10_000), null, 5, "held by staff")));
    }

    @Test
    void waitsAreToldByTenthsOfThePlaces() {
        var joins = IntStream.rangeClosed(1, 100).mapToObj(place -> "join 1000 v " + place);
        var calls = IntStream.rangeClosed(1, 95).mapToObj(place -> "call %d %d %d".formatted(1000 + place * 1000,
                place, place));

        var waits = read(Stream.concat(joins, calls).toArray(String[]::new)).waits();

        assertThat(waits.p90()).isEqualTo(86.0);
        assertThat(waits.byPlace()).hasSize(10);
        assertThat(waits.byPlace().getFirst()).isEqualTo(new FairnessReport.Tenth(1, 10, 10, 5.0, 10.0));
        assertThat(waits.byPlace().getLast().called()).isEqualTo(5);
    }

    @Test
    void whomTheOperatorLetInWithoutTheStoreIsCountedApart() {
        var report = read("cap 1 1 1", "join 1 a 1", "join 1 b 2", "join 1 c 3", "call 2 1 1", "admit 3 1",
                "bypass 9 2",
                "call 10 3 3");

        assertThat(report.counts().bypassed()).isEqualTo(1);
        assertThat(report.counts().admitted()).isEqualTo(2);
        assertThat(report.inversions()).isZero();
        assertThat(report.overshoot()).isEqualTo(new Overshoot(0, 0));
    }

    @Test
    void aStopIsAPauseUnlessItsModeWasTheCause() {
        var report = read("mode 1000 AUTO", "join 1000 a 1", "stop 42000 2000", "mode 50000 HOLD",
                "mode 90000 AUTO", "stop 91000 50000");

        assertThat(report.pauses()).extracting(Pause::seconds).containsExactly(40L, 40L);
        assertThat(report.pauses().getFirst().cause()).contains("store was away");
        assertThat(report.pauses().getLast().cause()).isEqualTo("held by staff");
    }

    @Test
    void anEmptyLogHasAReportToo() {
        var report = read();

        assertThat(report.waits().p50()).isNull();
        assertThat(report.from()).isNull();
    }

    private static FairnessReport read(String... lines) {
        var reader = new LogReader(ADMISSION);
        List.of(lines).forEach(reader::read);
        return reader.report("spring-tour");
    }
}
