package botdefense.client;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import botdefense.network.Cidr;
import botdefense.network.PrefixMap;
import inet.ipaddr.IPAddressString;

/**
 * Finds the client's address from the right (B6): the connection's peer is certain; what stands left of it in
 * {@code X-Forwarded-For} is believed as far as trusted proxies wrote it. A client may write what it likes at the
 * left end and is never asked.
 */
@Singleton
public class AddressResolver {

    /** More stations than any real way has; the rest is not read. */
    private static final int MOST_HOPS = 32;
    private static final String HEADER = "x-forwarded-for";

    private final PrefixMap<Boolean> trusted = new PrefixMap<>();

    AddressResolver(ClientConfig config) {
        config.trustedProxies().forEach(cidr -> trusted.put(network(cidr), true));
    }

    /** A network nobody can read must fail the start: left out, it would silently change whom we believe. */
    private static Cidr network(String cidr) {
        var network = new IPAddressString(cidr.strip()).getAddress();
        if (network == null || network.isMultiple() && !network.isPrefixBlock()) {
            throw new IllegalArgumentException("TRUSTED_PROXIES has an entry that is no network: " + cidr);
        }
        return new Cidr(network.getBytes(), network.isPrefixed() ? network.getPrefixLength() : network.getBitCount());
    }

    /**
     * @param peer      the other end of the connection
     * @param forwarded all {@code X-Forwarded-For} headers, in the order they came
     */
    Resolved resolve(String peer, List<String> forwarded) {
        var current = Address.parse(withoutZone(peer))
                .orElseThrow(() -> new IllegalStateException("a connection has no address"));
        var trusts = isTrusted(current);
        var hops = new ArrayList<Hop>();
        hops.add(new Hop(current.toString(), "peer", trusts));
        var left = forwarded.size() == 1 ? forwarded.getFirst() : String.join(",", forwarded);
        for (int read = 0, end = left.length(); trusts && read < MOST_HOPS && end >= 0; read++) {
            var begin = left.lastIndexOf(',', end - 1) + 1;
            var text = left.substring(begin, end);
            end = begin - 1;
            if (text.isBlank()) {
                continue;
            }
            var next = Address.parse(text);
            if (next.isEmpty()) {
                hops.add(new Hop("unreadable", HEADER, false));
                break;
            }
            current = next.get();
            trusts = isTrusted(current);
            hops.add(new Hop(current.toString(), HEADER, trusts));
        }
        return new Resolved(current, List.copyOf(hops));
    }

    private boolean isTrusted(Address address) {
        return trusted.find(address.bytes()).isPresent();
    }

    private static String withoutZone(String peer) {
        var zone = peer.indexOf('%');
        return zone < 0 ? peer : peer.substring(0, zone);
    }

    /** The client's address and the way it was found, beginning at our end. */
    record Resolved(Address address, List<Hop> hops) {

        boolean isPeerTrusted() {
            return hops.getFirst().trusted();
        }
    }
}
