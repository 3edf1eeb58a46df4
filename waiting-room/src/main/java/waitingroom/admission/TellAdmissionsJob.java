package waitingroom.admission;

import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import waitingroom.schedule.Ticker;

/** Tells the store, as soon as it is back, whom this instance let in without it. */
@Singleton
class TellAdmissionsJob {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final AdmitWithoutStore admissions;
    private final AdmissionStore store;
    private Ticker ticker;

    TellAdmissionsJob(AdmitWithoutStore admissions, AdmissionStore store) {
        this.admissions = admissions;
        this.store = store;
    }

    void start(@Observes Startup event) {
        ticker = Ticker.every(PAUSE, "tell-admissions", () -> admissions.untold().forEach(admission -> {
            store.record(admission);
            admissions.told(admission);
        }));
    }

    void stop(@Observes Shutdown event) {
        ticker.close();
    }
}
