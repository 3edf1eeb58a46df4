package waitingroom.admission;

import java.time.Instant;

/** What the ticketing core says about admissions, in the order it said it. */
sealed interface AdmissionNews {

    /** The entry's id in the stream. */
    String id();

    /** The token became a shopping session. */
    record Exchanged(String id, String release, String jti) implements AdmissionNews {}

    /** The session is over, and its slot is free. */
    record Ended(String id, String release, String jti, Outcome outcome) implements AdmissionNews {}

    /** Every exchange made before that moment has been told. */
    record Watermark(String id, Instant at) implements AdmissionNews {}

    /** Something a newer core says; nothing here depends on it. */
    record Unknown(String id) implements AdmissionNews {}

    /** How a session ended. */
    enum Outcome {
        DONE, LEFT, EXPIRED
    }
}
