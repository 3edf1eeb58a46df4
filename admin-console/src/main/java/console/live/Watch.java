package console.live;

import java.time.Duration;
import java.util.regex.Pattern;

import contract.problem.Problem;

/**
 * An address that a page wants to be told about.
 *
 * @param target address and query below {@code /admin/api}
 */
record Watch(Duration every, String target) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,2}):(/.+)");
    private static final int MOST_SECONDS = 60;

    Watch {
        if (every.toSeconds() < 1 || every.toSeconds() > MOST_SECONDS) {
            throw invalid().toException();
        }
    }

    /** @param text such as {@code 2:/ticketing/events/x/sales} */
    static Watch parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw invalid().toException();
        }
        return new Watch(Duration.ofSeconds(Long.parseLong(parts.group(1))), parts.group(2));
    }

    static Problem invalid() {
        return Problem.of(400, "malformed-parameter", "A parameter of the query is malformed",
                "Watch up to a few addresses, each every 1 to " + MOST_SECONDS + " seconds, as seconds:address.");
    }
}
