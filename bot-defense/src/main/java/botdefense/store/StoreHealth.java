package botdefense.store;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Whether the store answered when it was last asked. While it does not, no score refuses anybody (B5). */
@ApplicationScoped
public class StoreHealth {

    private static final Logger LOG = Logger.getLogger(StoreHealth.class);

    private volatile boolean answers;

    public boolean isUp() {
        return answers;
    }

    void up() {
        if (!answers) {
            answers = true;
            LOG.info("store answers, the defense is complete");
        }
    }

    void down() {
        if (answers) {
            answers = false;
            LOG.warn("store does not answer, nobody is refused by score");
        }
    }
}
