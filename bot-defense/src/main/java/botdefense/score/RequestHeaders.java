package botdefense.score;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The headers of a request, in their order and spelling.
 *
 * <p>That a header is missing proves something only where the whole request is there. A description that leaves out even
 * the host it asked for, or what it accepts, is an excerpt.
 */
public final class RequestHeaders {

    private static final int MOST = 100;

    private final Map<String, Found> byName = new HashMap<>();
    private final Protocol protocol;
    private final boolean verbatim;
    private final boolean whole;

    /** Headers of a request that is described. */
    public RequestHeaders(Protocol protocol, List<Map.Entry<String, String>> headers) {
        this(protocol, headers, true, false);
    }

    /** @param verbatim whether spelling and order are the client's own, with no proxy in between */
    public static RequestHeaders received(Protocol protocol, List<Map.Entry<String, String>> headers,
            boolean verbatim) {
        return new RequestHeaders(protocol, headers, verbatim, true);
    }

    private RequestHeaders(Protocol protocol, List<Map.Entry<String, String>> headers, boolean verbatim,
            boolean received) {
        this.protocol = protocol;
        this.verbatim = verbatim;
        var position = 0;
        for (var header : headers) {
            if (position >= MOST) {
                break;
            }
            byName.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT),
                    new Found(header.getKey(), header.getValue(), position++));
        }
        whole = received || (has("host") || has(":authority")) && has("accept");
    }

    private record Found(String spelling, String value, int position) {}

    /** How the request came. */
    public enum Protocol {
        /** HTTP/1.1 without TLS: browsers leave much out there. */
        PLAIN,
        /** HTTP/1.1 with TLS, or to this very machine. */
        H1, H2
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name)).map(Found::value);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    boolean isWhole() {
        return whole;
    }

    boolean isSecure() {
        return protocol != Protocol.PLAIN;
    }

    boolean isH2() {
        return protocol == Protocol.H2;
    }

    boolean isSpelled(String spelling) {
        var found = byName.get(spelling.toLowerCase(Locale.ROOT));
        return found == null || !verbatim || isH2() || found.spelling().equals(spelling);
    }

    boolean isBefore(String one, String other) {
        var first = byName.get(one);
        var second = byName.get(other);
        return verbatim && first != null && second != null && first.position() < second.position();
    }
}
