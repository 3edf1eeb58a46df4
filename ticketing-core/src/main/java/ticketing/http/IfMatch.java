package ticketing.http;

import java.util.Arrays;

import contract.problem.Problem;

/** Optimistic locking over HTTP: whoever changes a thing must say which version they saw. */
public final class IfMatch {

    private IfMatch() {}

    /** The {@code ETag} of a version. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * @param header what the client sent as {@code If-Match}, or null
     * @throws contract.problem.ProblemException 428 without the header, 412 when it names another version
     */
    public static void demand(String header, long version) {
        if (header == null || header.isBlank()) {
            throw Problem.of(428, "if-match-missing", "Which version do you change?",
                    "Read it again and send its ETag as If-Match.").toException();
        }
        var matches = Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag(version)));
        if (!matches) {
            throw Problem.of(412, "if-match-stale", "Somebody changed it before you",
                    "Read it again, look at what changed, and send its new ETag as If-Match.").toException();
        }
    }
}
