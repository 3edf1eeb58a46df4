package waitingroom.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.inject.Singleton;

import waitingroom.fairness.FairnessLog;
import waitingroom.release.StoredRelease;

/**
 * Sums a release up from its log. What was read is kept for the last few releases asked for, so that asking again
 * reads only what is new; one report is made at a time, so that nobody can keep the store busy by asking.
 */
@Singleton
class ReportRelease {

    private static final int MOST_KEPT = 4;
    private static final int BATCH = 8_192;
    private static final int MOST_BATCHES = 100_000;

    private final FairnessLog log;
    private final ReentrantLock one = new ReentrantLock();
    private final Map<String, LogReader> readers = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LogReader> eldest) {
            return size() > MOST_KEPT;
        }
    };

    ReportRelease(FairnessLog log) {
        this.log = log;
    }

    FairnessReport report(StoredRelease stored) {
        one.lock();
        try {
            var key = stored.incarnation() + " " + stored.release().admissionSeconds();
            readers.computeIfPresent(key, (same, reader) -> isStillTrue(stored.id(), reader) ? reader : null);
            var reader = readers.computeIfAbsent(key,
                    absent -> new LogReader(stored.release().admissionSeconds() * 1_000L));
            catchUp(stored.id(), reader);
            return reader.report(stored.id());
        } finally {
            one.unlock();
        }
    }

    private void catchUp(String release, LogReader reader) {
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            var fresh = log.entriesAfter(release, reader.entries() - 1, BATCH);
            fresh.forEach(entry -> reader.read(entry.line()));
            if (fresh.size() < BATCH) {
                return;
            }
        }
    }

    /** A store that lost its last moments may have taken back what was read. */
    private boolean isStillTrue(String release, LogReader reader) {
        return reader.entries() == 0 || log.entriesAfter(release, reader.entries() - 2, 1).stream()
                .anyMatch(entry -> entry.line().equals(reader.last()));
    }
}
