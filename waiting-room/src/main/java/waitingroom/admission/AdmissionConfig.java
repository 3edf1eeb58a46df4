package waitingroom.admission;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How admissions are handed out. */
@ConfigMapping(prefix = "waiting-room.admission")
interface AdmissionConfig {

    /** How long a token can be exchanged; at most 300 s. Longer forgives slow phones, and keeps unused slots longer. */
    @WithDefault("120s")
    Duration tokenLife();

    /** The same, within what the contract allows. */
    default Duration longestToken() {
        var most = Duration.ofSeconds(300);
        return tokenLife().compareTo(most) < 0 ? tokenLife() : most;
    }

    /** Pause between two reads of what the ticketing core says about admissions. Longer returns slots later. */
    @WithDefault("200ms")
    Duration newsPause();
}
