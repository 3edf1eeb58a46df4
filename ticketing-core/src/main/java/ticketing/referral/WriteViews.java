package ticketing.referral;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Adds what an instance counted to the sums. */
@ApplicationScoped
class WriteViews {

    private final ViewCounts counts;
    private final ReferralStore store;

    WriteViews(ViewCounts counts, ReferralStore store) {
        this.counts = counts;
        this.store = store;
    }

    /** What cannot be written is lost: a figure for advertising is not worth holding on to while a database is away. */
    @Transactional
    void write() {
        var views = counts.take();
        if (!views.isEmpty()) {
            store.add(List.copyOf(views));
        }
    }
}
