package waitingroom.admission;

import java.time.InstantSource;

import jakarta.inject.Singleton;

import waitingroom.admission.AdmissionNews.Outcome;
import waitingroom.queue.Admission;
import waitingroom.queue.QueueStore;

/** Takes back a single admission: its token counts no more, its shopping session ends, its slot is free. */
@Singleton
class RevokeAdmission {

    private final AdmissionStore store;
    private final AdmissionNewsStore news;
    private final QueueStore queue;
    private final InstantSource clock;

    RevokeAdmission(AdmissionStore store, AdmissionNewsStore news, QueueStore queue, InstantSource clock) {
        this.store = store;
        this.news = news;
        this.queue = queue;
        this.clock = clock;
    }

    /** False when the place has no admission. The core is told first, as when a fan leaves; twice does no harm. */
    boolean revoke(String release, long place) {
        var stored = store.find(release, place);
        stored.map(Admission::parse).ifPresent(admission -> {
            queue.revoke(release, admission, "revoked", clock.instant());
            news.noteEnded(release, admission.jti(), Outcome.EXPIRED);
        });
        return stored.isPresent();
    }
}
