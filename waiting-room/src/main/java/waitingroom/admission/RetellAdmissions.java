package waitingroom.admission;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import waitingroom.queue.QueueRecovered;

/** Tells a store that began a new life the admissions of the last moments, while nobody new is admitted (W3, W8). */
@Singleton
class RetellAdmissions {

    private static final Logger LOG = Logger.getLogger(RetellAdmissions.class);

    private final AdmissionStore store;

    RetellAdmissions(AdmissionStore store) {
        this.store = store;
    }

    void retell(@Observes QueueRecovered queue) {
        var lost = store.retell(queue.release());
        if (lost > 0) {
            LOG.warnf("admissions told again release=%s admissions=%d", queue.release(), lost);
        }
    }
}
