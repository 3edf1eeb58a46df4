package botdefense.client;

import java.util.Optional;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;

/** A client's network address. An IPv4 address in IPv6 clothes is the IPv4 address. */
public final class Address {

    private static final int IPV6_SUBSCRIBER_BITS = 64;
    private static final int IPV6_HOME_BITS = 56;
    private static final int IPV4_SHOWN_BITS = 24;
    private static final int IPV4_SITE_BITS = 20;
    private static final int IPV6_SHOWN_BITS = 48;

    /** Nothing but one plain address: no ranges, no prefixes, none of the older ways to write a number. */
    private static final IPAddressStringParameters PLAIN = new IPAddressStringParameters.Builder()
            .allowPrefix(false)
            .allowMask(false)
            .allowWildcardedSeparator(false)
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder().allow_inet_aton(false).getParentBuilder()
            .getIPv6AddressParametersBuilder().allowZone(false).getParentBuilder()
            .toParams();

    private final IPAddress value;

    private Address(IPAddress value) {
        this.value = value;
    }

    /** Reads an address with or without port and brackets; empty when it is none. */
    public static Optional<Address> parse(String text) {
        try {
            var parsed = new IPAddressString(bare(text.strip()), PLAIN).toAddress();
            if (parsed == null) {
                return Optional.empty();
            }
            var mapped = parsed.isIPv6() && parsed.toIPv6().isIPv4Mapped();
            return Optional.of(new Address(mapped ? parsed.toIPv6().getEmbeddedIPv4Address() : parsed));
        } catch (AddressStringException noAddress) {
            return Optional.empty();
        }
    }

    /** {@code 1.2.3.4:5}, {@code [::1]} and {@code [::1]:5} lose what is not address; {@code ::1} has no port. */
    private static String bare(String text) {
        if (text.startsWith("[")) {
            var end = text.indexOf(']');
            return end < 0 || !text.substring(end + 1).matches("(:\\d{1,5})?") ? "" : text.substring(1, end);
        }
        var colon = text.indexOf(':');
        var oneColon = colon >= 0 && colon == text.lastIndexOf(':');
        return oneColon && text.substring(colon + 1).matches("\\d{1,5}") ? text.substring(0, colon) : text;
    }

    boolean isIn(IPAddress network) {
        return network.contains(value);
    }

    /** What one subscriber has: an IPv4 address, or an IPv6 network of 64 bits, within which addresses cost nothing. */
    public String subscriber() {
        return value.isIPv6() ? value.toPrefixBlock(IPV6_SUBSCRIBER_BITS).toCanonicalString() : toString();
    }

    /** What may be written down: the network, not the address. */
    public String truncated() {
        return value.toPrefixBlock(value.isIPv6() ? IPV6_SHOWN_BITS : IPV4_SHOWN_BITS).toCanonicalString();
    }

    /** The network around the subscriber: IPv4 24 bits, IPv6 56, which is what a home often has. */
    public String subnet() {
        return value.toPrefixBlock(value.isIPv6() ? IPV6_HOME_BITS : IPV4_SHOWN_BITS).toCanonicalString();
    }

    /** What one site or company has: IPv4 20 bits, IPv6 48. */
    public String site() {
        return value.toPrefixBlock(value.isIPv6() ? IPV6_SHOWN_BITS : IPV4_SITE_BITS).toCanonicalString();
    }

    /** 4 or 16, the most significant first. */
    public byte[] bytes() {
        return value.getBytes();
    }

    @Override
    public String toString() {
        return value.toCanonicalString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && address.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
