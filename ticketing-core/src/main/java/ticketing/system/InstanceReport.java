package ticketing.system;

import java.time.Instant;

import operation.instance.LifeSign;
import operation.instance.RequestTally.Requests;

/**
 * What one instance tells of itself every few seconds.
 *
 * @param id          of this life of the process
 * @param seenAt      when it told this, on the store's clock
 * @param storeMillis how long the store took to answer it; null when it did not
 */
record InstanceReport(String id, String name, String version, Instant startedAt, Instant seenAt, State state,
        Double storeMillis, Requests requests, Load load) implements LifeSign<InstanceReport> {

    @Override
    public InstanceReport silent() {
        return new InstanceReport(id, name, version, startedAt, seenAt, State.SILENT, storeMillis, requests, load);
    }
}
