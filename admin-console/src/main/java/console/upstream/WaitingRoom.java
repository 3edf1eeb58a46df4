package console.upstream;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the console asks of the waiting room, in the name of whoever is signed in. */
@ApplicationScoped
public class WaitingRoom {

    private static final int MOST_RELEASES = 200;

    private final WaitingRoomClient client;
    private final Caller caller;

    WaitingRoom(@RestClient WaitingRoomClient client, Caller caller) {
        this.client = client;
        this.caller = caller;
    }

    public Reply<Releases> releases() {
        return Calls.call(() -> client.releases(null, MOST_RELEASES));
    }

    /** The release, and the tag that a change must show. */
    public Reply<Tagged> release(String id) {
        return Calls.call(() -> {
            var answer = client.release(id);
            return new Tagged(answer.getEntity(), String.valueOf(answer.getHeaderString("ETag")));
        });
    }

    public Reply<Figures> figures(String id) {
        return Calls.call(() -> client.figures(bearer(), id));
    }

    public Reply<Release> setMode(String id, Map<String, String> wish) {
        return Calls.call(() -> client.setMode(bearer(), id, wish));
    }

    public Reply<Release> setLimits(String id, String seen, int ratePerMinute, int maxActive) {
        var change = Map.of("ratePerMinute", ratePerMinute, "maxActive", maxActive);
        return Calls.call(() -> client.change(bearer(), seen, id, change));
    }

    private String bearer() {
        return caller.bearer().orElseThrow(() -> new IllegalStateException("no session on a page that needs one"));
    }

    /** The releases of the installation. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Releases(List<Release> items) {}

    /** One opening of the doors. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Release(String id, String eventId, String title, String phase, String mode, String message,
            Instant opensAt, int ratePerMinute, int maxActive) {}

    /** A release as it was read. */
    public record Tagged(Release release, String tag) {}

    /** How a release is doing; waits are null while nobody was called. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Figures(long waiting, long called, long admitted, long alive, long done, long noShows,
            Double waitP50, Double waitP95, long ratePerMinuteNow, String why) {}
}
