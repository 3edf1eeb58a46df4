package standalone.frontdoor;

import java.util.List;
import java.util.Locale;

import io.vertx.core.MultiMap;

/** What the services are told about the client: by us alone, whatever the client claims about itself. */
final class ForwardedHeaders {

    private ForwardedHeaders() {}

    /**
     * Drops every header that could pass for ours and sets our own.
     *
     * @param peer address of whoever is connected to us
     * @param host the host the client asked for, empty if it named none
     */
    static void replace(MultiMap headers, String peer, String host) {
        List.copyOf(headers.names()).stream().filter(ForwardedHeaders::speaksForTheClient).forEach(headers::remove);
        headers.set("X-Forwarded-For", peer);
        headers.set("X-Forwarded-Proto", "http");
        if (!host.isEmpty()) {
            headers.set("X-Forwarded-Host", host);
        }
    }

    /** Underscores too: some servers read them as dashes. */
    private static boolean speaksForTheClient(String header) {
        var name = header.toLowerCase(Locale.ROOT).replace('_', '-');
        return name.equals("forwarded") || name.startsWith("x-forwarded-") || name.equals("x-real-ip");
    }
}
