package botdefense.client;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;

/**
 * Finds the client's address from the right (B6): the connection's peer is certain; what stands left of it in
 * {@code X-Forwarded-For} is believed as far as trusted proxies wrote it. A client may write what it likes at the
 * left end and is never asked.
 */
@ApplicationScoped
public class AddressResolver {

    /** More stations than any real way has; the rest is not read. */
    private static final int MOST_HOPS = 32;

    private static final String HEADER = "x-forwarded-for";

    private final List<IPAddress> trusted;

    AddressResolver(ClientConfig config) {
        trusted = config.trustedProxies().stream().map(AddressResolver::network).toList();
    }

    /** A network nobody can read must fail the start: left out, it would silently change whom we believe. */
    private static IPAddress network(String cidr) {
        var network = new IPAddressString(cidr.strip()).getAddress();
        if (network == null) {
            throw new IllegalArgumentException("TRUSTED_PROXIES has an entry that is no network: " + cidr);
        }
        return network.toPrefixBlock();
    }

    /**
     * @param peer      the other end of the connection
     * @param forwarded all {@code X-Forwarded-For} headers, in the order they came
     */
    Resolved resolve(String peer, List<String> forwarded) {
        var current = Address.parse(withoutZone(peer))
                .orElseThrow(() -> new IllegalStateException("a connection has no address"));
        var hops = new ArrayList<Hop>();
        hops.add(new Hop(current.toString(), "peer", isTrusted(current)));
        var left = List.of(String.join(",", forwarded).split(",", -1)).reversed().stream().limit(MOST_HOPS).iterator();
        while (isTrusted(current) && left.hasNext()) {
            var text = left.next();
            if (text.isBlank()) {
                continue;
            }
            var next = Address.parse(text);
            if (next.isEmpty()) {
                hops.add(new Hop("unreadable", HEADER, false));
                break;
            }
            current = next.get();
            hops.add(new Hop(current.toString(), HEADER, isTrusted(current)));
        }
        return new Resolved(current, List.copyOf(hops));
    }

    boolean isTrustedPeer(String peer) {
        return Address.parse(withoutZone(peer)).filter(this::isTrusted).isPresent();
    }

    private boolean isTrusted(Address address) {
        return trusted.stream().anyMatch(address::isIn);
    }

    private static String withoutZone(String peer) {
        var zone = peer.indexOf('%');
        return zone < 0 ? peer : peer.substring(0, zone);
    }

    /** The client's address and the way it was found, beginning at our end. */
    record Resolved(Address address, List<Hop> hops) {}
}
