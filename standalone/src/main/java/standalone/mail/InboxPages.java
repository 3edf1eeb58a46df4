package standalone.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The inbox as HTML. What comes from a mail is escaped; its rich text is shown in a frame that may do nothing. */
final class InboxPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private InboxPages() {}

    static String list(List<Mail> mails) {
        var items = mails.stream().map(InboxPages::item).collect(Collectors.joining());
        var body = mails.isEmpty()
                ? "<p>No mail yet.</p>"
                : "<ul class=\"mails\">" + items + "</ul>";
        return page("Inbox", """
                <h1>Inbox</h1>
                <p class="note">Every mail of this installation ends here; none leaves this machine.
                <a href="/inbox">Look for new mail</a></p>
                %s
                """.formatted(body));
    }

    private static String item(Mail mail) {
        return """
                <li><a href="/inbox/%s"><strong>%s</strong><span>to %s</span>%s%s</a></li>
                """.formatted(mail.id(), escape(mail.envelope().subject()), escape(mail.envelope().to()),
                time(mail.receivedAt()), mail.attachments().isEmpty()
                        ? ""
                        : "<span>" + mail.attachments().size() + " attached</span>");
    }

    static String mail(Mail mail) {
        return page(escape(mail.envelope().subject()), """
                <p><a href="/inbox">Inbox</a></p>
                <h1>%s</h1>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
                %s%s
                """.formatted(escape(mail.envelope().subject()), escape(mail.envelope().from()),
                escape(mail.envelope().to()), time(mail.receivedAt()), attachments(mail), content(mail)));
    }

    private static String attachments(Mail mail) {
        if (mail.attachments().isEmpty()) {
            return "";
        }
        return IntStream.range(0, mail.attachments().size()).mapToObj(i -> {
            var attachment = mail.attachments().get(i);
            return "<li><a href=\"/inbox/%s/attachments/%d\" download>%s</a> (%s, %d kB)</li>".formatted(mail.id(), i,
                    escape(attachment.name()), escape(attachment.type()), (attachment.content().length + 1023) / 1024);
        }).collect(Collectors.joining("", "<h2>Attachments</h2><ul>", "</ul>"));
    }

    private static String content(Mail mail) {
        var text = "<pre>" + linked(mail.text()) + "</pre>";
        if (mail.html().isEmpty()) {
            return text;
        }
        var frame = """
                <iframe title="The mail" sandbox="allow-top-navigation-by-user-activation" src="/inbox/%s/html"></iframe>
                """
                .formatted(mail.id());
        return mail.text().isBlank() ? frame : frame + "<details><summary>Plain text</summary>" + text + "</details>";
    }

    private static String linked(String text) {
        var out = new StringBuilder();
        var matcher = LINK.matcher(text);
        var end = 0;
        while (matcher.find()) {
            var link = escape(matcher.group());
            out.append(escape(text.substring(end, matcher.start())))
                    .append("<a rel=\"noreferrer\" href=\"").append(link).append("\">").append(link).append("</a>");
            end = matcher.end();
        }
        return out.append(escape(text.substring(end))).toString();
    }

    private static String time(Instant instant) {
        return "<time datetime=\"" + instant + "\">" + TIME.format(instant) + "</time>";
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/inbox/inbox.css">
                </head>
                <body><main>%s</main></body>
                </html>
                """.formatted(title, body);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
