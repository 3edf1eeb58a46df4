package ticketing.admission;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may enter the shop, and for how long. */
@ConfigMapping(prefix = "ticketing.admission")
interface AdmissionConfig {

    /** The address fans see; a session cookie is marked Secure when it is https. */
    String publicUrl();

    /** How long a fan may shop at an event that is not gated. */
    @WithDefault("PT1H")
    Duration ungatedSession();

    /** Orders in one session at an event that is not gated. */
    @WithDefault("5")
    @Min(1)
    @Max(100)
    int ungatedOrders();

    /** An unknown key makes us fetch the waiting room's keys, at most this often: forged tokens must not become load. */
    @WithDefault("PT3S")
    Duration keysNotFetchedWithin();

    /** Keys older than this are fetched again in passing, so that a withdrawn key stops counting. */
    @WithDefault("PT5M")
    Duration keysGoodFor();

    /** How long a used proof is remembered; longer than the oldest proof that is taken, skew included. */
    @WithDefault("PT3M")
    Duration proofsRemembered();

    /** How long an exchanged token is remembered; far longer than a token lives (300 s at most). */
    @WithDefault("PT24H")
    Duration admissionsRemembered();
}
