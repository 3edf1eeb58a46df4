package standalone.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;

import standalone.mail.Mail.Attachment;
import standalone.mail.Mail.Envelope;

/** Takes a mail apart: text, rich text with its pictures put in, attachments. */
final class MailParser {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final int DEEPEST = 10;

    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private String text = "";
    private String html = "";

    private MailParser() {}

    /** A picture the rich text refers to by its content id. */
    private record Picture(String contentId, String dataUrl) {}

    static Mail parse(String id, InputStream content) throws IOException {
        try {
            var message = new MimeMessage(SESSION, content);
            var parser = new MailParser();
            parser.take(message, 0);
            return new Mail(id, MailFolder.receivedAt(id), envelope(message), parser.text, parser.richText(),
                    List.copyOf(parser.attachments));
        } catch (MessagingException e) {
            throw new IOException("mail cannot be read", e);
        }
    }

    private static Envelope envelope(MimeMessage message) throws MessagingException {
        return new Envelope(addresses(message.getFrom()), addresses(message.getRecipients(RecipientType.TO)),
                Objects.requireNonNullElse(message.getSubject(), "(no subject)"));
    }

    private static String addresses(Address[] addresses) {
        return addresses == null
                ? ""
                : Stream.of(addresses).map(address -> decoded(address.toString()))
                        .collect(Collectors.joining(", "));
    }

    private void take(MimePart part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && depth < DEEPEST) {
            var parts = (Multipart) part.getContent();
            for (var i = 0; i < parts.getCount(); i++) {
                if (parts.getBodyPart(i) instanceof MimePart inner) {
                    take(inner, depth + 1);
                }
            }
        } else if (isBody(part) && part.isMimeType("text/plain") && text.isEmpty()) {
            text = part.getContent().toString();
        } else if (isBody(part) && part.isMimeType("text/html") && html.isEmpty()) {
            html = part.getContent().toString();
        } else {
            takeFile(part);
        }
    }

    private static boolean isBody(Part part) throws MessagingException {
        return part.getFileName() == null && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private void takeFile(MimePart part) throws MessagingException, IOException {
        var type = part.getContentType().split(";")[0].strip().toLowerCase(Locale.ROOT);
        var content = part.getInputStream().readAllBytes();
        var name = part.getFileName() == null ? "attachment-" + (attachments.size() + 1) : decoded(part.getFileName());
        attachments.add(new Attachment(name, type, content));
        if (part.getContentID() != null && type.startsWith("image/")) {
            pictures.add(new Picture(part.getContentID().replaceAll("[<>]", ""),
                    "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content)));
        }
    }

    private Optional<String> richText() {
        var whole = html;
        for (var picture : pictures) {
            whole = whole.replace("cid:" + picture.contentId(), picture.dataUrl());
        }
        return whole.isEmpty() ? Optional.empty() : Optional.of(whole);
    }

    private static String decoded(String text) {
        try {
            return MimeUtility.decodeText(text);
        } catch (java.io.UnsupportedEncodingException e) {
            // Shown as it stands.
            return text;
        }
    }
}
