package botdefense.store;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/** Whether the store answered when it was last asked. While it does not, no score refuses anybody (B5). */
@Singleton
public class StoreHealth {

    private static final Logger LOG = Logger.getLogger(StoreHealth.class);

    /** About a second: a single late answer is no outage. */
    private static final int MISSES = 4;

    private volatile boolean answers = true;
    private int missed;

    public boolean isUp() {
        return answers;
    }

    synchronized void up() {
        missed = 0;
        if (!answers) {
            answers = true;
            LOG.info("store answers, the defense is complete");
        }
    }

    synchronized void down() {
        if (++missed >= MISSES && answers) {
            answers = false;
            LOG.warn("store does not answer, nobody is refused by score");
        }
    }
}
