package rehearsal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Joins as somebody at a simulated on-sale: in two steps, patient when told to wait, and solving what it can solve. */
final class OnSaleQueue {

    private static final int MOST_ATTEMPTS = 6;
    private static final int MOST_LOOKS = 10;

    private final OnSaleHttp http;
    private final URI visitors;

    OnSaleQueue(OnSaleHttp http, int port, String release) {
        this.http = http;
        visitors = URI.create("http://127.0.0.1:%d/api/waiting-room/releases/%s/visitors".formatted(port, release));
    }

    /** The place, if one was taken and not put aside; one that another of the same key took before is not counted. */
    OnSaleStay join(OnSaleVisitor visitor) throws IOException, InterruptedException {
        OnSaleHttp.pause(visitor.arrives());
        var body = OnSaleHttp.JSON.createObjectNode();
        body.set("key", OnSaleHttp.JSON.readTree(visitor.jwk()));
        if (visitor.kind().marked()) {
            body.putArray("marks").add("webdriver");
        }
        var cookie = "";
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var reply = http.send(request(visitors, visitor, cookie)
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
            cookie = reply.cookie().orElse(cookie);
            if (reply.status() == 201) {
                return reply.document().path("state").asText().equals("REVIEW")
                        ? OnSaleStay.outside(visitor)
                        : new OnSaleStay(visitor, cookie, reply.document().path("place").asLong());
            } else if (reply.status() == 202 || reply.status() == 425) {
                OnSaleHttp.pause(Duration.ofMillis(reply.document().path("retryAfterMillis").asLong(1_300)));
            } else if (reply.asksForPatience()) {
                OnSaleHttp.pause(reply.retryAfter());
            } else if (reply.code().equals("challenge-required") && visitor.kind().solves()) {
                body.set("solution", OnSaleHttp.solve(reply.document().path("challenge")));
            } else {
                return OnSaleStay.outside(visitor);
            }
        }
        return OnSaleStay.outside(visitor);
    }

    /** What the draw gave. */
    OnSaleStay lookUp(OnSaleStay stay) throws IOException, InterruptedException {
        for (var look = 0; look < MOST_LOOKS && !stay.cookie().isEmpty(); look++) {
            var reply = http.send(request(URI.create(visitors + "/me"), stay.visitor(), stay.cookie()).GET());
            var place = reply.document().path("place").asLong();
            if (reply.status() == 200 && place > 0) {
                return new OnSaleStay(stay.visitor(), stay.cookie(), place);
            }
            OnSaleHttp.pause(Duration.ofMillis(1_100));
        }
        return OnSaleStay.outside(stay.visitor());
    }

    private static HttpRequest.Builder request(URI url, OnSaleVisitor visitor, String cookie) {
        var request = OnSaleHttp.request(url, visitor, visitor.address());
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }
}
