package standalone.mail;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** The mails that were caught, as pages under {@code /inbox}. */
public final class Inbox implements Handler<HttpServerRequest> {

    private final MailFolder mails;

    public Inbox(MailFolder mails) {
        this.mails = mails;
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.response().end(mails.ids().size() + " mails");
    }
}
