package standalone.mail;

import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The inbox as JSON, for tests and scripts. */
final class InboxDocuments {

    private InboxDocuments() {}

    static JsonObject list(List<Mail> mails) {
        var items = new JsonArray();
        mails.forEach(mail -> items.add(summary(mail)));
        return new JsonObject().put("items", items).putNull("next");
    }

    static JsonObject mail(Mail mail) {
        return summary(mail).put("text", mail.text()).put("html", mail.html().orElse(null));
    }

    private static JsonObject summary(Mail mail) {
        var attachments = new JsonArray();
        for (var i = 0; i < mail.attachments().size(); i++) {
            var attachment = mail.attachments().get(i);
            attachments.add(new JsonObject().put("name", attachment.name()).put("type", attachment.type())
                    .put("size", attachment.content().length)
                    .put("path", "/inbox/" + mail.id() + "/attachments/" + i));
        }
        return new JsonObject().put("id", mail.id()).put("receivedAt", mail.receivedAt().toString())
                .put("from", mail.envelope().from()).put("to", mail.envelope().to())
                .put("subject", mail.envelope().subject()).put("attachments", attachments);
    }
}
