package standalone.mail;

import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** One answer of the inbox, complete. */
record InboxAnswer(int status, String type, Map<String, String> headers, Buffer body) {

    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; frame-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static InboxAnswer page(String html) {
        return new InboxAnswer(200, "text/html;charset=utf-8", Map.of("Content-Security-Policy", PAGE_POLICY),
                Buffer.buffer(html));
    }

    static InboxAnswer json(JsonObject document) {
        return new InboxAnswer(200, "application/json", Map.of(), document.toBuffer());
    }

    static InboxAnswer problem(int status, String code, String title, String detail) {
        var document = new JsonObject().put("type", "urn:ticket-d-saster:problem:" + code).put("title", title)
                .put("status", status).put("detail", detail).put("code", code);
        return new InboxAnswer(status, "application/problem+json",
                status == 405 ? Map.of("Allow", "GET, HEAD") : Map.of(), document.toBuffer());
    }

    static InboxAnswer notFound() {
        return problem(404, "not-found", "There is no such mail", "Go back to the inbox.");
    }

    void send(HttpServerRequest request) {
        var response = request.response();
        response.setStatusCode(status).putHeader("Content-Type", type).putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff").putHeader("Referrer-Policy", "no-referrer");
        headers.forEach(response::putHeader);
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader("Content-Length", String.valueOf(body.length())).end();
        } else {
            response.end(body);
        }
    }
}
