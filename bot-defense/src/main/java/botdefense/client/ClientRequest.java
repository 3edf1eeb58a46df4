package botdefense.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Who asks, and under which address the client itself sees what it asks for. */
@RequestScoped
public class ClientRequest {

    private final HttpServerRequest request;
    private final AddressResolver.Resolved resolved;
    private URI url;

    ClientRequest(RoutingContext context, AddressResolver resolver) {
        request = context.request();
        var peer = request.remoteAddress() == null ? "127.0.0.1" : request.remoteAddress().hostAddress();
        resolved = resolver.resolve(peer, request.headers().getAll("X-Forwarded-For"));
    }

    /** The client's address, found from the right through trusted proxies. */
    public Address address() {
        return resolved.address();
    }

    /** The way the address was found, beginning at our end. */
    public List<Hop> hops() {
        return resolved.hops();
    }

    /** Whether a proxy of ours stands between us and the client, which may have changed how headers are written. */
    public boolean isBehindProxy() {
        return resolved.isPeerTrusted() && resolved.hops().size() > 1;
    }

    /** What the client asked for as it sees it, without query: the {@code htu} of its proofs, the origin of its pages. */
    public URI url() {
        if (url == null) {
            url = readUrl();
        }
        return url;
    }

    private URI readUrl() {
        var scheme = forwarded("X-Forwarded-Proto", request.scheme()).toLowerCase(Locale.ROOT);
        var ownHost = request.authority() == null ? "localhost" : request.authority().toString();
        var host = forwarded("X-Forwarded-Host", ownHost);
        try {
            return new URI(scheme + "://" + host + request.path());
        } catch (URISyntaxException forgedHost) {
            return URI.create("invalid://invalid/");
        }
    }

    /** What the nearest proxy said, if we believe proxies at all; where each appends, that is the last one. */
    private String forwarded(String header, String otherwise) {
        var values = resolved.isPeerTrusted() ? request.headers().getAll(header) : List.<String>of();
        if (values.isEmpty()) {
            return otherwise;
        }
        var last = values.getLast();
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }
}
