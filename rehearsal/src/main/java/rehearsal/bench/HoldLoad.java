package rehearsal.bench;

import java.util.LinkedHashMap;
import java.util.Map;

import rehearsal.load.Http;
import rehearsal.load.Requests;

/** Fans one after another, each in a session of its own, who hold two seats that nobody else wants. */
final class HoldLoad implements Requests {

    private final int port;
    private final String event;
    private final long firstSession;
    private final int pairs;
    private int next;

    HoldLoad(int port, String event, long firstSession, int pairs) {
        this.port = port;
        this.event = event;
        this.firstSession = firstSession;
        this.pairs = pairs;
    }

    @Override
    public byte[] next(int connection) {
        if (next == pairs) {
            return null;
        }
        var pair = next++;
        return hold(port, event, BoxOffice.session(firstSession + pair), "S-" + (2 * pair + 1), "S-" + (2 * pair + 2));
    }

    static byte[] hold(int port, String event, String session, String... seats) {
        return Http.post(port, "/api/ticketing/events/" + event + "/holds", bearing(session),
                "{\"seats\":[\"" + String.join("\",\"", seats) + "\"]}");
    }

    /** The session as a header, so that nothing rides on a cookie. */
    static Map<String, String> bearing(String session) {
        return new LinkedHashMap<>(Map.of("Authorization", "DPoP " + session));
    }
}
