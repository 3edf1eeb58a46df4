package botdefense.score;

import java.util.List;
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

    private final String[] names;
    private final String[] values;
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
        var size = Math.min(MOST, headers.size());
        names = new String[size];
        values = new String[size];
        for (var i = 0; i < size; i++) {
            names[i] = headers.get(i).getKey();
            values[i] = headers.get(i).getValue();
        }
        whole = received || (has("host") || has(":authority")) && has("accept");
    }

    /** Where the first header of that name stands; below zero if there is none. There are few: no map is worth it. */
    private int positionOf(String name) {
        for (var i = 0; i < names.length; i++) {
            if (names[i].equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /** How the request came. */
    public enum Protocol {
        /** HTTP/1.1 without TLS: browsers leave much out there. */
        PLAIN,
        /** HTTP/1.1 with TLS, or to this very machine. */
        H1, H2
    }

    Optional<String> get(String name) {
        var position = positionOf(name);
        return position < 0 ? Optional.empty() : Optional.of(values[position]);
    }

    boolean has(String name) {
        return positionOf(name) >= 0;
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
        var position = positionOf(spelling);
        return position < 0 || !verbatim || isH2() || names[position].equals(spelling);
    }

    boolean isBefore(String one, String other) {
        var first = positionOf(one);
        return verbatim && first >= 0 && first < positionOf(other);
    }
}
