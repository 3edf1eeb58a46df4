package standalone.mail;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * The mails that were caught, as pages under {@code /inbox} and as JSON under {@code /inbox/messages}. They hold the
 * secrets of orders, so only this machine may look: the peer is a loopback address, and the host it asked for is one of
 * our own names (a foreign page could otherwise point a name of its own at us).
 */
public final class Inbox implements Handler<HttpServerRequest> {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final InboxAnswers answers;

    public Inbox(MailFolder mails) {
        this.answers = new InboxAnswers(mails);
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (!fromHere(request)) {
            InboxAnswer.problem(403, "forbidden", "The inbox is for this machine only",
                    "Open it on the machine that runs the stack, as localhost.").send(request);
        } else if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
            InboxAnswer.problem(405, "method-not-allowed", "The inbox can only be read", "Ask with GET.").send(request);
        } else {
            Vertx.currentContext().executeBlocking(() -> answers.to(request.path(), request.getParam("to")), false)
                    .onSuccess(answer -> answer.send(request))
                    .onFailure(failure -> InboxAnswer.problem(500, "internal-error", "The mail cannot be shown",
                            "It may be damaged; the others can still be read.").send(request));
        }
    }

    private static boolean fromHere(HttpServerRequest request) {
        var authority = request.authority();
        try {
            return authority != null && OWN_NAMES.contains(authority.host())
                    && InetAddress.getByName(request.remoteAddress().hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // An address that is none is not ours.
            return false;
        }
    }
}
