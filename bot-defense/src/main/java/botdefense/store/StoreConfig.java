package botdefense.store;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;

import io.smallrye.config.ConfigMapping;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The Redis that holds limits and decisions; the same one the service uses. */
@ConfigMapping(prefix = "defense.store")
public interface StoreConfig {

    /** Where it is: {@code redis://host:port}; of a cluster several, with commas between. */
    @NotBlank
    String url();

    /** One Redis, or a cluster of them. */
    ClientType clientType();

    /**
     * How long a request waits for the store before limits of this process alone apply. Higher is more exact while
     * the store is slow, and makes every fan wait that much longer.
     */
    @DurationMin(millis = 10)
    @DurationMax(seconds = 5)
    Duration patience();

    /** What stands behind the address. */
    enum ClientType {
        STANDALONE, CLUSTER
    }
}
