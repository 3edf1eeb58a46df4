package botdefense.challenge;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many forged solutions came from a client lately; remembers so many clients. */
final class Forgeries {

    private static final int MOST = 5_000;

    private final Map<String, Integer> counts = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST;
        }
    };

    synchronized int count(String subject) {
        return counts.merge(subject, 1, Integer::sum);
    }
}
