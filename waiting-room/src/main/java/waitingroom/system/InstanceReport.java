package waitingroom.system;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What one instance tells of itself every few seconds. Another version of this service may tell more.
 *
 * @param id          of this life of the process
 * @param seenAt      when it told this, on the store's clock
 * @param storeMillis how long the store took to answer it; null when it did not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record InstanceReport(String id, String name, String version, Instant startedAt, Instant seenAt, State state,
        Double storeMillis, Requests requests, Load load) {

    /**
     * Whether an instance is heard of.
     *
     * <pre>
     *   UP ──nothing heard for a while──▶ SILENT ──an hour──▶ forgotten
     *    └──────────────stopped cleanly──────────────────────────▲
     * </pre>
     */
    enum State {
        UP, SILENT
    }

    InstanceReport silent() {
        return new InstanceReport(id, name, version, startedAt, seenAt, State.SILENT, storeMillis, requests, load);
    }

    /** Requests of the last while, as this instance answered them. */
    record Requests(Window lastFiveMinutes, Window lastHour, Window lastDay) {}

    /** @param failed those answered with 5xx */
    record Window(long answered, long failed) {}

    /**
     * @param cpu             share of all cores of the machine this process uses, 0 to 1
     * @param eventLoopMillis how long a piece of work waited for its event loop a moment ago
     * @param streams         live streams to browsers that are open
     */
    record Load(double cpu, long heapUsed, long heapMost, int threads, double eventLoopMillis, long streams) {}
}
