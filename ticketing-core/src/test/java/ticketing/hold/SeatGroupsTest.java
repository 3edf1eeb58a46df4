package ticketing.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Rows are drawn as texts: a letter is a free seat (w for wheelchairs, c for companions), a dot one that is taken. */
class SeatGroupsTest {

    private static final SeatWish.Best TWO = new SeatWish.Best("any", 2, true, false);

    @Test
    void noSingleSeatIsLeftOver() {
        assertThat(best(TWO, "aaa.aaaa")).containsExactly("0-4", "0-5");
    }

    @Test
    void aSingleSeatIsLeftWhereThereIsNoOtherWay() {
        assertThat(best(TWO, ".aaa.")).containsExactly("0-1", "0-2");
    }

    @Test
    void theNearestRowComesFirst() {
        assertThat(best(TWO, "a.a.a", "..aa.", "aaaaa")).containsExactly("1-2", "1-3");
    }

    @Test
    void nearTheFocalPointIsBetterThanTheEndOfTheRow() {
        var row = new ArrayList<FreeSeat>();
        for (var i = 0; i < 8; i++) {
            row.add(new FreeSeat("s" + i, i, "row", Math.abs(i - 3.5), false, false));
        }

        assertThat(SeatGroups.of(row, TWO).getFirst()).containsExactly("s3", "s4");
    }

    @Test
    void seatsOfTwoRowsAreNoGroup() {
        assertThat(best(TWO, "....a", "a....")).isEmpty();
    }

    @Test
    void seatsForWheelchairsAreKeptForThoseWhoAsk() {
        assertThat(best(TWO, "wcwc", "aaaa")).containsExactly("1-0", "1-1");
        assertThat(best(new SeatWish.Best("any", 2, true, true), "aaaa", "aawc")).containsExactly("1-2", "1-3");
        assertThat(best(new SeatWish.Best("any", 2, true, true), "aaaa")).isEmpty();
    }

    @Test
    void theLastSeatsAreNotKeptFromAnybody() {
        assertThat(best(TWO, "wc..")).containsExactly("0-0", "0-1");
    }

    @Test
    void whoNeedNotSitTogetherStillDoesWherePossible() {
        var apart = new SeatWish.Best("any", 3, false, false);

        assertThat(best(apart, "a.aa.aaa")).containsExactly("0-5", "0-6", "0-7");
        assertThat(best(apart, "a.a.w.a.")).containsExactly("0-0", "0-2", "0-6");
        assertThat(best(apart, "a.......")).isEmpty();
    }

    private static List<String> best(SeatWish.Best wish, String... rows) {
        var free = new ArrayList<FreeSeat>();
        for (var row = 0; row < rows.length; row++) {
            for (var i = 0; i < rows[row].length(); i++) {
                var drawn = rows[row].charAt(i);
                var position = row * 100 + i;
                if (drawn != '.') {
                    free.add(new FreeSeat(row + "-" + i, position, "row " + row, position, drawn == 'w',
                            drawn == 'c'));
                }
            }
        }
        return SeatGroups.of(free, wish).stream().findFirst().orElse(List.of());
    }
}
