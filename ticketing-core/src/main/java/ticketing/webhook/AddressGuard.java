package ticketing.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;

/**
 * Says which addresses may be called for an organizer, who could otherwise make us ask our own network for them (SSRF):
 * only public ones, and those that the operator allows. It judges addresses, not names: a name must be resolved first,
 * and what was judged must be what is called.
 */
final class AddressGuard {

    /** Everything that is not the public Internet, or leads out of it: translated and tunnelled forms of IPv4 too. */
    private static final List<IPAddress> NOT_PUBLIC = parse(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
    private static final IPAddress GLOBAL_UNICAST = new IPAddressString("2000::/3").getAddress();

    private final List<IPAddress> allowed;

    AddressGuard(Collection<String> allowed) {
        this.allowed = parse(allowed.toArray(String[]::new));
    }

    /** What is known of an address. */
    enum Verdict {
        /** In a network that the operator opened for tests: what is not encrypted may go there too. */
        ALLOWED, PUBLIC, FORBIDDEN
    }

    Verdict judge(InetAddress address) {
        var plain = new IPAddressString(address.getHostAddress().replaceFirst("%.*", "")).getAddress();
        if (plain == null) {
            return Verdict.FORBIDDEN;
        }
        if (allowed.stream().anyMatch(network -> network.contains(plain))) {
            return Verdict.ALLOWED;
        }
        var isPublic = NOT_PUBLIC.stream().noneMatch(network -> network.contains(plain))
                && (plain.isIPv4() || GLOBAL_UNICAST.contains(plain));
        return isPublic ? Verdict.PUBLIC : Verdict.FORBIDDEN;
    }

    /** The worst that is known of any of them: a name with one bad address is a bad name. */
    Verdict judge(Collection<InetAddress> addresses) {
        return addresses.stream().map(this::judge).max(Verdict::compareTo).orElse(Verdict.FORBIDDEN);
    }

    private static List<IPAddress> parse(String... networks) {
        return Arrays.stream(networks).map(String::strip).filter(network -> !network.isEmpty())
                .map(network -> {
                    var address = new IPAddressString(network).getAddress();
                    if (address == null) {
                        throw new IllegalArgumentException("no network: " + network);
                    }
                    return address.toPrefixBlock();
                }).toList();
    }
}
