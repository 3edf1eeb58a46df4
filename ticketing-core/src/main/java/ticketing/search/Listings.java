package ticketing.search;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import ticketing.search.ListingStore.Place;

/**
 * The catalogue of this instance. Every search first asks the database what changed, which is next to nothing and the
 * same question for all who search at that moment: whoever has published an event finds it, on every instance.
 */
@ApplicationScoped
class Listings {

    private static final Logger LOG = Logger.getLogger(Listings.class);
    private static final String FROM_THE_BEGINNING = "0";

    private final ListingStore store;
    private final InstantSource clock;
    private final FacetNames[] names = Arrays.stream(Facet.values()).map(facet -> new FacetNames())
            .toArray(FacetNames[]::new);
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Catalogue catalogue = Catalogue.EMPTY;
    private volatile Instant askedAt = Instant.MIN;
    private String next = FROM_THE_BEGINNING;

    Listings(ListingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All events are read at the start, so that nobody's first search has to wait for them. */
    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("read-listings").start(() -> {
            try {
                var read = current();
                LOG.infof("listings read events=%d words=%d", read.size(), read.words().size());
            } catch (RuntimeException e) {
                // The database is away: the first search reads them.
                LOG.warnf("listings not read yet cause=%s", e.getClass().getSimpleName());
            }
        });
    }

    /** Everything that was committed when this was called. */
    Catalogue current() {
        var asked = clock.instant();
        turn.lock();
        try {
            if (!askedAt.isAfter(asked)) {
                askedAt = clock.instant();
                follow();
            }
            return catalogue;
        } finally {
            turn.unlock();
        }
    }

    private void follow() {
        var news = store.news(next);
        if (news.changed()) {
            var rest = Optional.of(Place.before(next));
            while (rest.isPresent()) {
                var changes = store.changedBehind(rest.get(), names);
                catalogue = catalogue.with(changes.changed(), changes.listed(), changes.words());
                rest = changes.rest();
            }
        }
        next = news.next();
    }

    /** The values of each facet, by its ordinal. */
    FacetNames[] names() {
        return names;
    }
}
