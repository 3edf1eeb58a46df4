package waitingroom.system;

import java.time.Instant;
import java.util.List;

/**
 * How this service is doing.
 *
 * @param answeredBy the instance that says so
 * @param complete   whether the other instances could be asked for; false while the store is away
 * @param heardAt    when the latest news of the ticketing core was told that somebody here has read; null before
 */
record SystemView(String service, Instant now, String answeredBy, boolean complete,
        List<InstanceReport> instances,
        List<StoreView> stores, List<Backlog> backlogs, Instant heardAt) {

    /**
     * @param millis    how long it took to answer; null when it did not
     * @param usedBytes of its memory; null where it does not tell
     * @param mostBytes null when it knows no bound
     */
    record StoreView(String name, boolean answers, Double millis, String version, Long usedBytes, Long mostBytes,
            Long connections) {}

    /** @param oldestSeconds age of what waits longest; null when nothing does */
    record Backlog(String name, long waiting, long failing, Long oldestSeconds) {}
}
