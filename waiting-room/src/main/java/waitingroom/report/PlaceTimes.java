package waitingroom.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import waitingroom.report.FairnessReport.Tenth;
import waitingroom.report.FairnessReport.Waits;

/** When each place was taken and called: 16 bytes a place, so that a million fit. */
final class PlaceTimes {

    private static final int TENTHS = 10;

    private long[] joinedAt = new long[1024];
    private long[] calledAt = new long[1024];
    private int highest;

    void joined(long place, long at) {
        reach(place);
        joinedAt[(int) place] = at;
    }

    void called(long place, long at) {
        reach(place);
        calledAt[(int) place] = at;
    }

    boolean isTaken(long place) {
        return place <= highest && joinedAt[(int) place] > 0;
    }

    private void reach(long place) {
        highest = Math.max(highest, Math.toIntExact(place));
        if (highest >= joinedAt.length) {
            joinedAt = Arrays.copyOf(joinedAt, highest * 2);
            calledAt = Arrays.copyOf(calledAt, highest * 2);
        }
    }

    long places() {
        return highest;
    }

    Waits waits() {
        var all = waits(1, highest);
        var tenths = new ArrayList<Tenth>();
        for (var tenth = 0; tenth < TENTHS && highest > 0; tenth++) {
            var first = (int) ((long) highest * tenth / TENTHS) + 1;
            var last = (int) ((long) highest * (tenth + 1) / TENTHS);
            if (first <= last) {
                var waits = waits(first, last);
                tenths.add(new Tenth(first, last, waits.length, percentile(waits, 0.50), percentile(waits, 0.95)));
            }
        }
        return new Waits(all.length, percentile(all, 0.50), percentile(all, 0.90), percentile(all, 0.99),
                percentile(all, 1), List.copyOf(tenths));
    }

    private long[] waits(int first, int last) {
        return LongStream.rangeClosed(first, last).filter(place -> isTaken(place) && calledAt[(int) place] > 0)
                .map(place -> calledAt[(int) place] - joinedAt[(int) place]).sorted().toArray();
    }

    private static Double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? null : sorted[(int) Math.ceil(share * sorted.length) - 1] / 1000.0;
    }
}
