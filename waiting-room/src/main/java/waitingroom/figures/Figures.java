package waitingroom.figures;

import java.util.List;

import waitingroom.figures.FiguresStore.Counts;
import waitingroom.release.Release;
import waitingroom.release.Release.Mode;

/**
 * How a release is doing.
 *
 * @param waiting    in the queue, not called yet
 * @param called     called, and not in yet
 * @param admitted   admissions issued since the beginning
 * @param alive      of those, how many are not over
 * @param waitP50    seconds from joining to the call, of the last called; null while nobody was
 * @param ratePerMinuteNow admissions of the last 60 s
 * @param why        what holds the rate down, in words
 */
record Figures(long waiting, long called, long admitted, long alive, long done, long noShows, long left, long over,
        long unused, long joined, long atGate, Double waitP50, Double waitP95, long ratePerMinuteNow,
        long ratePerMinute, long maxActive, String why) {

    static Figures of(Release release, String reason, Counts counts, List<Long> waits) {
        var totals = counts.totals();
        return new Figures(counts.waiting(), counts.called(), totals.get("admitted"), counts.alive(),
                totals.get("done"), totals.get("noShows"), totals.get("left"), totals.get("over"),
                totals.get("unused"), totals.get("joined"), counts.atGate(), percentile(waits, 0.50),
                percentile(waits, 0.95), counts.admittedLastMinute(), release.ratePerMinute(), release.maxActive(),
                why(release, reason, counts));
    }

    private static Double percentile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? null : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1000.0;
    }

    private static String why(Release release, String reason, Counts counts) {
        if (release.mode() == Mode.HOLD) {
            return reason.isEmpty() ? "held by staff" : "held by staff: " + reason;
        }
        if (counts.alive() >= release.maxActive()) {
            return "the hall is full: maxActive is reached";
        }
        if (counts.admittedLastMinute() >= release.ratePerMinute()) {
            return "at full speed: ratePerMinute is reached";
        }
        return counts.waiting() == 0 ? "nobody is waiting" : "calls are on their way";
    }
}
