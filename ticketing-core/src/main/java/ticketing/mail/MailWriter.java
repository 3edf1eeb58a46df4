package ticketing.mail;

import java.util.List;
import java.util.Optional;

/** Writes letters of one kind, from what the books say at the moment of sending. */
public interface MailWriter {

    /** The kind of letter this one writes. */
    String kind();

    /** The letter about that subject; empty when there is nothing to write any more. */
    Optional<Letter> write(String subjectId);

    /** A letter, in both forms that readers may prefer. */
    record Letter(String to, String subject, String text, String html, List<Attachment> attachments) {}

    /** A paper in the letter. */
    record Attachment(String name, String type, byte[] content) {}
}
