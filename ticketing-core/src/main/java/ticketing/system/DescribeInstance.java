package ticketing.system;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.inject.Singleton;

import operation.instance.LifeSign.State;
import operation.instance.OwnInstance;
import operation.instance.RequestTally;

/** What this instance is, and how it is doing at a moment. */
@Singleton
class DescribeInstance {

    private final OwnInstance own;
    private final RequestTally requests;
    private final MeasureLoad load;
    private final InstantSource clock;

    DescribeInstance(OwnInstance own, RequestTally requests, MeasureLoad load, InstantSource clock) {
        this.own = own;
        this.requests = requests;
        this.load = load;
        this.clock = clock;
    }

    String id() {
        return own.id();
    }

    /** @param storeMillis how long the store took to answer; null when it did not */
    InstanceReport at(Instant now, Double storeMillis) {
        return new InstanceReport(own.id(), own.name(), own.version(), own.startedAt(), now, State.UP, storeMillis,
                requests.at(clock.instant()), load.now());
    }
}
