package botdefense.limit;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How often a device or an address may ask for something scarce. */
@ConfigMapping(prefix = "defense.limits")
public interface LimitConfig {

    Device device();

    Address address();

    /**
     * Devices and addresses this process remembers by itself while the store does not answer. More costs memory; with
     * fewer, the one that asked longest ago is forgotten and starts anew.
     */
    @Min(100)
    @Max(1_000_000)
    int mostKeptLocally();

    /** One browser, known by its key. */
    interface Device {

        /** New places a minute. A fan needs one; a few more allow for leaving and coming back. */
        @Min(1)
        @Max(10_000)
        int newPlacesPerMinute();
    }

    /** One network address (of IPv6: one /64), which many fans may share. */
    interface Address {

        /** Joins a minute, for the address itself and once more for every device key seen behind it. */
        @Min(1)
        @Max(1_000_000)
        int joinsPerMinute();

        /** Joins at once, likewise. Higher forgives more fans who press at the same moment. */
        @Min(1)
        @Max(1_000_000)
        int joinsAtOnce();

        /**
         * Device keys that count. Keys cost nothing to make, so this bounds what a forger gains: the limit never
         * grows beyond one more than this many times the numbers above.
         */
        @Min(0)
        @Max(100_000)
        int mostDeviceKeys();

        /** How long a device key counts after it was last seen. */
        @DurationMin(seconds = 10)
        @DurationMax(days = 1)
        Duration deviceKeyCounts();
    }
}
