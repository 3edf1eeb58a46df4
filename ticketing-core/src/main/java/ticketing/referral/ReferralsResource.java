package ticketing.referral;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.event.Events;
import ticketing.http.Query;
import ticketing.referral.ReferralStore.DayViews;
import ticketing.referral.ReferralStore.SourceViews;

/** Where an event's visitors come from, for its organizer. */
@Path("/api/ticketing/events/{event}/referrers")
@Authenticated
@RunOnVirtualThread
class ReferralsResource {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;

    /** A site that sent one or two visitors may be somebody's own: it counts among the others. */
    private static final int FEWEST_OF_A_SITE = 3;

    private final Events events;
    private final ReferralStore store;
    private final InstantSource clock;

    ReferralsResource(Events events, ReferralStore store, InstantSource clock) {
        this.events = events;
        this.store = store;
        this.clock = clock;
    }

    @GET
    public ReferrersView read(@PathParam("event") String event, @QueryParam("days") String wanted) {
        events.forOrganizer(event);
        var days = Query.number("days", wanted).orElse(USUAL_DAYS);
        if (days < 1 || days > MOST_DAYS) {
            throw Query.invalid("days", "from 1 to " + MOST_DAYS);
        }
        var since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days - 1L);
        return new ReferrersView(event, since, shown(store.sources(event, since)), store.days(event, since));
    }

    private static List<SourceView> shown(List<SourceViews> found) {
        var shown = new ArrayList<SourceView>();
        var others = 0L;
        for (var told : found) {
            var source = told.source();
            if (source.kind() == Source.Kind.OTHER
                    || source.kind() == Source.Kind.SITE && told.views() < FEWEST_OF_A_SITE) {
                others += told.views();
            } else {
                shown.add(new SourceView(source.kind(), source.name(), told.views()));
            }
        }
        if (others > 0) {
            shown.add(new SourceView(Source.Kind.OTHER, "", others));
        }
        return List.copyOf(shown);
    }

    /** @param since the first day that counts, in UTC */
    record ReferrersView(String eventId, LocalDate since, List<SourceView> sources, List<DayViews> days) {}

    /** @param source the tag or the site's name; empty for those who came directly, and for all others together */
    record SourceView(Source.Kind kind, String source, long views) {}
}
