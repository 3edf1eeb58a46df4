package ticketing.http;

import java.util.Optional;

import contract.problem.Problem;

/** Which part of a list is asked for: {@code ?limit=} and {@code ?after=}. */
public record PageRequest(int limit, Optional<String> after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    /**
     * Both as they stand in the URL; null where they do not.
     *
     * @throws contract.problem.ProblemException 400, when one of them makes no sense
     */
    public static PageRequest of(String limit, String after) {
        return new PageRequest(limit == null ? DEFAULT_LIMIT : parseLimit(limit),
                Optional.ofNullable(after).filter(cursor -> !cursor.isEmpty()).map(Cursor::decode));
    }

    /** How many rows to read: one more than asked for tells whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    private static int parseLimit(String limit) {
        try {
            var number = Integer.parseInt(limit);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the same refusal
        }
        throw Problem.of(400, "malformed-parameter", "The page size is not possible",
                "Send a limit from 1 to %d.".formatted(MOST)).with("parameter", "limit").toException();
    }
}
