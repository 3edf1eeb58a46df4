package operation.instance;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

/** What this instance is. */
@Singleton
public class OwnInstance {

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String name;
    private final String version;
    private final Instant startedAt;

    OwnInstance(InstantSource clock, Config config) {
        this.name = host() + ":" + config.getValue("quarkus.http.port", String.class);
        this.version = config.getValue("quarkus.application.version", String.class);
        this.startedAt = clock.instant();
    }

    /** Of this life of the process. */
    public String id() {
        return id;
    }

    /** The address at which it answers, as its machine calls itself. */
    public String name() {
        return name;
    }

    /** Of the service. */
    public String version() {
        return version;
    }

    /** On the clock of its machine. */
    public Instant startedAt() {
        return startedAt;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
