package contract.problem;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * An answer that says what went wrong and what to do about it: a problem document as of RFC 9457 with a stable
 * {@code code}. Every code stands in {@code docs/problems.md} with its cure. Immutable.
 */
public final class Problem {

    /** The media type of every error under {@code /api}. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final String TYPE_PREFIX = "urn:ticket-d-saster:problem:";

    private final int status;
    private final Map<String, Object> members;
    private final Duration retryAfter;

    private Problem(int status, Map<String, Object> members, Duration retryAfter) {
        this.status = status;
        this.members = members;
        this.retryAfter = retryAfter;
    }

    /**
     * @param status the HTTP status, 400 to 599
     * @param code   stable, kebab-case; the same code always means the same cure
     * @param title  what happened, in a few words a person understands
     * @param detail what to do next, in one or two sentences
     */
    public static Problem of(int status, String code, String title, String detail) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", URI.create(TYPE_PREFIX + code));
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("code", code);
        return new Problem(status, members, null);
    }

    /** This problem with one more member, such as the seats that were taken. */
    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(status, more, retryAfter);
    }

    /** This problem with a {@code Retry-After} header; every 429 and 503 carries one. Rounded up to whole seconds. */
    public Problem retryAfter(Duration wait) {
        return new Problem(status, members, wait);
    }

    public int status() {
        return status;
    }

    public String code() {
        return (String) members.get("code");
    }

    /** The document's members in the order they are written. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    /** The seconds to put into {@code Retry-After}, at least 1; 0 when the header is not to be sent. */
    public long retryAfterSeconds() {
        return retryAfter == null ? 0 : Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }

    public Response toResponse() {
        var response = Response.status(status).type(MEDIA_TYPE).entity(new LinkedHashMap<>(members));
        if (retryAfter != null) {
            response.header("Retry-After", retryAfterSeconds());
        }
        return response.build();
    }

    /** For the places that cannot return a response: filters, parameter converters, code deep in a parser. */
    public ProblemException toException() {
        return new ProblemException(this);
    }
}
