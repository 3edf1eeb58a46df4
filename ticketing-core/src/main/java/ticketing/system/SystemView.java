package ticketing.system;

import java.time.Instant;
import java.util.List;

/**
 * How this service is doing.
 *
 * @param answeredBy the instance that says so
 * @param complete   whether the other instances could be asked for; false while Redis is away
 */
record SystemView(String service, Instant now, String answeredBy, boolean complete,
        List<InstanceReport> instances,
        List<StoreView> stores, List<Backlog> backlogs, List<Task> tasks) {

    /**
     * @param millis    how long it took to answer; null when it did not
     * @param usedBytes of Redis' memory, of the database's files; null while it is away
     * @param mostBytes null when it knows no bound
     */
    record StoreView(String name, boolean answers, Double millis, String version, Long usedBytes, Long mostBytes,
            Long connections, Long mostConnections) {

        static StoreView away(String name) {
            return new StoreView(name, false, null, null, null, null, null, null);
        }
    }

    /** @param oldestSeconds age of what waits longest; null when nothing does */
    record Backlog(String name, long waiting, long failing, Long oldestSeconds) {}

    /** @param abandonedSeconds for how long no instance has done it; null while one does */
    record Task(String name, Long abandonedSeconds) {}
}
