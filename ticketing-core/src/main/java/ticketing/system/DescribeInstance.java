package ticketing.system;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;
import ticketing.system.InstanceReport.State;

/** What this instance is, and how it is doing at a moment. */
@ApplicationScoped
class DescribeInstance {

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final RequestTally requests;
    private final ProcessLoad load;
    private final InstantSource clock;
    private final String name;
    private final String version;
    private final Instant startedAt;

    DescribeInstance(RequestTally requests, ProcessLoad load, InstantSource clock, Config config) {
        this.requests = requests;
        this.load = load;
        this.clock = clock;
        this.name = host() + ":" + config.getValue("quarkus.http.port", String.class);
        this.version = config.getValue("quarkus.application.version", String.class);
        this.startedAt = clock.instant();
    }

    String id() {
        return id;
    }

    /** @param storeMillis how long the store took to answer; null when it did not */
    InstanceReport at(Instant now, Double storeMillis) {
        return new InstanceReport(id, name, version, startedAt, now, State.UP, storeMillis,
                requests.at(clock.instant()), load.read());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
