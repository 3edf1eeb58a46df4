package standalone.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.vertx.core.buffer.Buffer;

/** Finds what a path under {@code /inbox} stands for. Reads files, so never on an event loop. */
final class InboxAnswers {

    private static final int MOST_LISTED = 200;
    private static final Pattern MAIL = Pattern.compile("/inbox/(?:messages/)?([0-9-]+)");
    private static final Pattern HTML = Pattern.compile("/inbox/([0-9-]+)/html");
    private static final Pattern ATTACHMENT = Pattern.compile("/inbox/([0-9-]+)/attachments/(\\d{1,3})");
    /** A mail's own page may show itself and nothing else: no script, no form, nothing from the network. */
    private static final String MAIL_POLICY = "sandbox allow-top-navigation-by-user-activation; default-src 'none';"
            + " img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final MailFolder mails;

    InboxAnswers(MailFolder mails) {
        this.mails = mails;
    }

    /** @param recipient only mails to this one, if it is not null */
    InboxAnswer to(String path, String recipient) {
        return switch (path) {
            case "/inbox", "/inbox/" -> InboxAnswer.page(InboxPages.list(listed(recipient)));
            case "/inbox/messages" -> InboxAnswer.json(InboxDocuments.list(listed(recipient)));
            case "/inbox/inbox.css" -> stylesheet();
            default -> one(path);
        };
    }

    private InboxAnswer one(String path) {
        var attachment = ATTACHMENT.matcher(path);
        if (attachment.matches()) {
            return read(attachment.group(1)).flatMap(mail -> file(mail, Integer.parseInt(attachment.group(2))))
                    .orElseGet(InboxAnswer::notFound);
        }
        var html = HTML.matcher(path);
        if (html.matches()) {
            return read(html.group(1)).flatMap(Mail::html).map(InboxAnswers::richText)
                    .orElseGet(InboxAnswer::notFound);
        }
        var mail = MAIL.matcher(path);
        return mail.matches()
                ? read(mail.group(1)).map(found -> path.startsWith("/inbox/messages/")
                        ? InboxAnswer.json(InboxDocuments.mail(found))
                        : InboxAnswer.page(InboxPages.mail(found))).orElseGet(InboxAnswer::notFound)
                : InboxAnswer.notFound();
    }

    private List<Mail> listed(String recipient) {
        return mails.ids().stream().limit(MOST_LISTED).flatMap(id -> read(id).stream())
                .filter(mail -> recipient == null || mail.envelope().to().contains(recipient)).toList();
    }

    private Optional<Mail> read(String id) {
        try (var content = mails.open(id).orElse(null)) {
            return content == null ? Optional.empty() : Optional.of(MailParser.parse(id, content));
        } catch (IOException e) {
            throw new UncheckedIOException("mail cannot be read", e);
        }
    }

    /** Links open in the whole window: inside of the frame they could not leave it. */
    private static InboxAnswer richText(String html) {
        return new InboxAnswer(200, "text/html;charset=utf-8", Map.of("Content-Security-Policy", MAIL_POLICY),
                Buffer.buffer("<base target=\"_top\">" + html));
    }

    private static Optional<InboxAnswer> file(Mail mail, int index) {
        if (index >= mail.attachments().size()) {
            return Optional.empty();
        }
        var attachment = mail.attachments().get(index);
        var name = URLEncoder.encode(attachment.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Optional.of(new InboxAnswer(200, attachment.type(),
                Map.of("Content-Disposition", "attachment; filename*=UTF-8''" + name,
                        "Content-Security-Policy", "sandbox; default-src 'none'"),
                Buffer.buffer(attachment.content())));
    }

    private static InboxAnswer stylesheet() {
        try (var css = InboxAnswers.class.getResourceAsStream("/inbox/inbox.css")) {
            return new InboxAnswer(200, "text/css", Map.of(), Buffer.buffer(css.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("stylesheet cannot be read", e);
        }
    }
}
