package waitingroom.report;

import java.time.Instant;
import java.util.List;

/**
 * What a release's fairness log says of it, for machines.
 *
 * @param inversions places passed over that had neither gone nor been under review
 * @param overshoot  admissions beyond a cap at their moment
 * @param most       the highest that was reached
 */
record FairnessReport(String release, long entries, Instant from, Instant until, Counts counts, long inversions,
        Overshoot overshoot, Most most, Waits waits, List<Pause> pauses) {

    /**
     * @param noShows called, and did not come in time
     * @param unused  admissions that ran out unused
     * @param bypassed admissions issued without the store, on the operator's word
     */
    record Counts(long lobby, long places, long called, long admitted, long noShows, long unused, long left,
            long restored, long reviewed, long bypassed) {}

    record Overshoot(long rate, long active) {}

    record Most(long inAnyMinute, long alive) {}

    /** Seconds from the join, or from the closing of a drawn lobby, to the call; null where nobody was called. */
    record Waits(long called, Double p50, Double p90, Double p99, Double longest, List<Tenth> byPlace) {}

    record Tenth(long fromPlace, long toPlace, long called, Double p50, Double p95) {}

    /** @param until null while it lasts */
    record Pause(Instant from, Instant until, long seconds, String cause) {}
}
