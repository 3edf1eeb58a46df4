package ticketing.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import ticketing.money.Money;

class AvailabilityViewTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration OVERLAP = Duration.ofMillis(250);
    private static final List<SeatCategory> CATEGORIES = List.of(
            new SeatCategory("near", "Near", "#112233", new Money(4950, "EUR")),
            new SeatCategory("far", "Far", "#445566", new Money(1950, "EUR")));

    private final AvailabilityView view = view(START);

    @Test
    void aSnapshotHasALetterForEverySeatAndCountsTheFreeOnes() {
        view.apply(List.of(held(1, 60), new SeatRow(2, SeatState.SOLD, null, at(1)),
                new SeatRow(3, SeatState.BLOCKED, null, at(1))), mark(2));

        assertThat(view.snapshot().seats()).isEqualTo("FHSB" + "F".repeat(16));
        assertThat(view.snapshot().categories()).extracting(Snapshot.Tier::free).containsExactly(7L, 10L);
    }

    @Test
    void aHoldEndsOnTheDatabasesClockWithoutAnyRowChanging() {
        view.apply(List.of(held(0, 60)), mark(1));

        assertThat(view.apply(List.of(), mark(59))).isEmpty();
        assertThat(view.apply(List.of(), mark(60)).orElseThrow().seats())
                .containsExactly(new SeatChange("S-0", SeatState.FREE));
    }

    @Test
    void sweepingAnExpiredHoldIsNoNews() {
        view.apply(List.of(held(0, 60)), mark(1));
        view.apply(List.of(), mark(61));

        assertThat(view.apply(List.of(new SeatRow(0, SeatState.FREE, null, at(62))), mark(63))).isEmpty();
    }

    @Test
    void theVersionGrowsWithEveryChangeEvenWhileAnOldTransactionKeepsTheWatermarkBack() {
        var stuck = new Watermark(at(5), at(1));

        var first = view.apply(List.of(held(0, 60)), stuck).orElseThrow();
        var second = view.apply(List.of(held(1, 60)), stuck).orElseThrow();

        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(second.previous()).isEqualTo(first.version());
    }

    /** Each instance looks at the database at moments of its own; a version of one must do at the other. */
    @Test
    void anotherInstanceTellsWhatChangedSinceAVersionOfThisOne() {
        view.apply(List.of(held(0, 600)), mark(10));
        var known = view.snapshot().version();
        var other = view(START.plusMillis(77));
        other.apply(List.of(held(0, 600)), mark(11));
        other.apply(List.of(new SeatRow(1, SeatState.SOLD, null, at(20))), mark(21));

        assertThat(other.since(known, OVERLAP).orElseThrow().seats())
                .contains(new SeatChange("S-1", SeatState.SOLD));
    }

    @Test
    void whatExpiredSinceIsToldToo() {
        view.apply(List.of(held(0, 60)), mark(1));
        view.apply(List.of(), mark(100));
        var known = mark(50).complete().toEpochMilli() * 1000;

        assertThat(view.since(known, OVERLAP).orElseThrow().seats())
                .containsExactly(new SeatChange("S-0", SeatState.FREE));
    }

    @Test
    void aVersionFromTheFutureOrTooManyChangesCallForASnapshot() {
        view.apply(IntStream.range(0, 15).mapToObj(seat -> held(seat, 600)).toList(), mark(10));

        assertThat(view.since(Long.MAX_VALUE, OVERLAP)).isEmpty();
        assertThat(view.since(START.toEpochMilli() * 1000, OVERLAP)).isEmpty();
    }

    private static AvailabilityView view(Instant now) {
        var ids = IntStream.range(0, 20).mapToObj(seat -> "S-" + seat).toList();
        var rows = IntStream.range(0, 20)
                .mapToObj(seat -> new SeatRow(seat, SeatState.FREE, null, START.minusSeconds(3600))).toList();
        var map = new SeatMap(ids, IntStream.range(0, 20).map(seat -> seat / 10).toArray());
        return new AvailabilityView(map, CATEGORIES, rows, new Watermark(now, now));
    }

    /** Held at second 1, until a later second. */
    private static SeatRow held(int seat, int until) {
        return new SeatRow(seat, SeatState.HELD, at(until), at(1));
    }

    private static Watermark mark(int second) {
        return new Watermark(at(second), at(second));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
