package ticketing.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.webhook.AddressGuard.Verdict;

/** Reads the addresses of receivers, and resolves their names to what may be called. */
@ApplicationScoped
class WebhookAddresses {

    private static final int LONGEST = 500;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final AddressGuard guard;

    WebhookAddresses(WebhookConfig config) {
        this.guard = new AddressGuard(config.allowedNetworks().orElse(List.of()));
    }

    /** An address that makes sense as one of a receiver, whatever it resolves to. */
    static Optional<Target> read(String url) {
        try {
            var uri = new URI(url.strip());
            var secure = "https".equalsIgnoreCase(uri.getScheme());
            if (url.length() > LONGEST || !secure && !"http".equalsIgnoreCase(uri.getScheme())
                    || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null
                    || uri.getPort() == 0 || uri.getPort() > 0xFFFF) {
                return Optional.empty();
            }
            var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            var port = uri.getPort() > 0 ? uri.getPort() : secure ? HTTPS : HTTP;
            return Optional.of(new Target(uri.getHost().replaceAll("[\\[\\]]", ""), port, secure,
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * The address to connect to. It was judged, and it is what must be called: to resolve the name again would let its
     * owner answer differently (DNS rebinding).
     */
    Resolution resolve(Target target) {
        try {
            var addresses = Arrays.asList(InetAddress.getAllByName(target.host()));
            var verdict = guard.judge(addresses);
            return verdict == Verdict.FORBIDDEN || verdict == Verdict.PUBLIC && !target.secure()
                    ? new Forbidden()
                    : new Callable(addresses.getFirst());
        } catch (UnknownHostException e) {
            return new Unknown();
        }
    }

    /** Where a receiver listens. */
    record Target(String host, int port, boolean secure, String pathAndQuery) {}

    sealed interface Resolution {}

    record Callable(InetAddress address) implements Resolution {}

    /** It leads where we do not go for others, or would go unencrypted through the world. */
    record Forbidden() implements Resolution {}

    record Unknown() implements Resolution {}
}
