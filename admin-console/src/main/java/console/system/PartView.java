package console.system;

import java.time.Instant;

/**
 * A part of the system as the console saw it last.
 *
 * @param since          from when on it answers, or does not; no earlier than the console's own start
 * @param lastAnsweredAt null when it never did
 * @param millis         how long the last answer took
 * @param cause          why it counts as away; null while it answers
 */
record PartView(String name, boolean answers, Instant since, Instant lastAnsweredAt, long millis,
        String cause) {

    /** What is known of it after another look. */
    PartView seen(boolean answersNow, Instant now, long took, String because) {
        return new PartView(name, answersNow, answersNow == answers ? since : now, answersNow ? now : lastAnsweredAt,
                took, answersNow ? null : because);
    }
}
