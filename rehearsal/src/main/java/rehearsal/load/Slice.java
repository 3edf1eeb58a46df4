package rehearsal.load;

import java.time.Duration;
import java.util.Map;

import org.HdrHistogram.Histogram;

/**
 * What came of a stretch of load.
 *
 * @param processorTime of the server meanwhile; zero where none is watched
 * @param latencies     in nanoseconds, from the last byte sent to the last byte of the answer
 */
public record Slice(long answers, Duration took, Duration processorTime, Map<Integer, Long> statuses,
        Histogram latencies) {

    public double perSecond() {
        return answers * 1e9 / Math.max(1, took.toNanos());
    }

    /** What an answer cost the server, whatever else the machine did. */
    public double microsEach() {
        return processorTime.toNanos() / 1e3 / Math.max(1, answers);
    }

    public double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    /** How many answers had this status. */
    public long with(int status) {
        return statuses.getOrDefault(status, 0L);
    }
}
