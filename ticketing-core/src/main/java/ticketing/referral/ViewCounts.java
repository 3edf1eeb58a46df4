package ticketing.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Views of event pages that are not written down yet. A page of a hot sale must not wait for the database, so an
 * instance counts in memory and writes the sums every few seconds. Whoever makes up tags fills no memory: beyond so
 * many sources they count together.
 */
@ApplicationScoped
class ViewCounts {

    private static final int MOST_SOURCES = 2_000;

    private final Map<Counted, Long> counts = new HashMap<>();

    synchronized void add(String eventId, LocalDate day, Source source) {
        var counted = new Counted(eventId, day, source);
        var known = counts.containsKey(counted) || counts.size() < MOST_SOURCES;
        counts.merge(known ? counted : new Counted(eventId, day, Source.OTHER), 1L, Long::sum);
    }

    /** What was counted since the last time; it is the caller's to write down. */
    synchronized List<Views> take() {
        var taken = new ArrayList<Views>();
        counts.forEach((counted, views) -> taken.add(new Views(counted.eventId(), counted.day(), counted.source(),
                views)));
        counts.clear();
        return taken;
    }

    record Counted(String eventId, LocalDate day, Source source) {}

    record Views(String eventId, LocalDate day, Source source, long views) {}
}
