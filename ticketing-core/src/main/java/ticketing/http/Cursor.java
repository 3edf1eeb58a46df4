package ticketing.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.UUID;

import contract.problem.Problem;

/** Where a page ended, in a form that invites nobody to take it apart. */
public final class Cursor {

    private Cursor() {}

    public static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
    }

    static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** The cursor's position as a number. */
    public static long number(String position) {
        try {
            return Long.parseLong(position);
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    /** The cursor's position as an id. */
    public static UUID uuid(String position) {
        try {
            return UUID.fromString(position);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** A cursor that we did not give out. */
    public static RuntimeException invalid() {
        return Problem.of(400, "malformed-parameter", "This page does not exist",
                "Send the value of \"next\" from the previous page as \"after\", unchanged.")
                .with("parameter", "after").toException();
    }
}
