package standalone.frontdoor;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * What the front door says itself: a problem document as of RFC 9457, or a small page for a browser that asks for one.
 */
enum Refusal {
    NOT_FOUND(404, "not-found", "There is nothing here", "Check the address."), BAD_REQUEST(400, "malformed-request",
            "The request cannot be understood", "Check its address and its headers."), TOO_LONG(431,
                    "headers-too-large", "The request's headers are too large",
                    "Delete the cookies of this site and try"
                            + " again."), ADDRESS_TOO_LONG(414, "address-too-long", "The address is too long",
                                    "Shorten it."), UNAVAILABLE(503, "service-unavailable",
                                            "This part is not available right now",
                                            "It is being started again. Try again in a moment; nothing is lost."), BROKEN_OFF(
                                                    503, "service-interrupted", "The answer was interrupted",
                                                    "The part that answers was restarted meanwhile. Try again in a moment; repeat a purchase with the same"
                                                            + " Idempotency-Key, so that it cannot happen twice.");

    private static final String RETRY_SECONDS = "2";

    private final int status;
    private final String code;
    private final String title;
    private final String detail;

    Refusal(int status, String code, String title, String detail) {
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    /** Sends this as the answer, unless an answer is under way already. */
    void answer(HttpServerRequest request) {
        var response = request.response();
        if (response.headWritten()) {
            request.connection().close();
            return;
        }
        write(request, response);
    }

    private void write(HttpServerRequest request, HttpServerResponse response) {
        var html = wantsPage(request);
        var body = html ? page() : document(request.path());
        response.setStatusCode(status);
        headers(response.headers(), html);
        response.end(request.method().name().equals("HEAD") ? "" : body);
    }

    void headers(MultiMap headers, boolean html) {
        headers.set("Content-Type", html ? "text/html;charset=utf-8" : "application/problem+json");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        if (html) {
            headers.set("Content-Security-Policy", "default-src 'none'; style-src 'sha256-" + RefusalPage.STYLE_HASH
                    + "'; frame-ancestors 'none'");
        }
        if (status == 503) {
            headers.set("Retry-After", RETRY_SECONDS);
            if (html) {
                headers.set("Refresh", RETRY_SECONDS);
            }
        }
    }

    String body(HttpServerRequest request) {
        return wantsPage(request) ? page() : document(request.path());
    }

    /** A browser asks for pages by name; a script that takes anything gets the document. */
    static boolean wantsPage(HttpServerRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html") && !isApi(request.path());
    }

    private static boolean isApi(String path) {
        return path != null && path.startsWith("/api/");
    }

    private String page() {
        return RefusalPage.of(title, detail);
    }

    private String document(String instance) {
        return new JsonObject()
                .put("type", "urn:ticket-d-saster:problem:" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("code", code)
                .put("instance", instance == null ? "/" : instance)
                .encode();
    }
}
