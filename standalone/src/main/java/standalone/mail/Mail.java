package standalone.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail that was caught, taken apart.
 *
 * @param text the plain text, empty if it has none
 * @param html the rich text, pictures included, if it has one
 */
record Mail(String id, Instant receivedAt, Envelope envelope, String text, Optional<String> html,
        List<Attachment> attachments) {

    /** What stands on top of a mail. */
    record Envelope(String from, String to, String subject) {}

    /** A file that came with a mail. */
    record Attachment(String name, String type, byte[] content) {}
}
