package ticketing.search;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Counts what is left of events for those who search. */
@ApplicationScoped
class RecountListings {

    private final ListingStore store;

    RecountListings(ListingStore store) {
        this.store = store;
    }

    /** Which of them were counted; the others are counted by somebody else right now, perhaps from before our change. */
    @Transactional
    List<String> count(Collection<String> events) {
        return store.count(events);
    }

    @Transactional
    List<String> countOldest(int most) {
        return store.count(store.countedLongAgo(most));
    }
}
