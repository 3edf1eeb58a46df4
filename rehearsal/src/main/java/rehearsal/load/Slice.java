package rehearsal.load;

import java.time.Duration;
import java.util.Map;

import org.HdrHistogram.Histogram;

/** What came of a stretch of load. Latencies in nanoseconds, from the last byte sent to the last byte of the answer. */
public record Slice(long answers, Duration took, Map<Integer, Long> statuses, Histogram latencies) {

    public double perSecond() {
        return answers * 1e9 / Math.max(1, took.toNanos());
    }

    public double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    /** How many answers had this status. */
    public long with(int status) {
        return statuses.getOrDefault(status, 0L);
    }
}
