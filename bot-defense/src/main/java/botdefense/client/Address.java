package botdefense.client;

import java.util.Arrays;
import java.util.Optional;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;

/** A client's network address. An IPv4 address in IPv6 clothes is the IPv4 address. */
public final class Address {

    private static final int IPV4_BYTES = 4;
    private static final int LONGEST_IPV4 = 15;
    private static final int MOST_OF_A_BYTE = 255;
    private static final int BITS_OF_A_BYTE = 8;
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
    private static final IPAddressGenerator ADDRESSES = new IPAddressGenerator();

    private final byte[] bytes;
    private final String text;

    private Address(byte[] bytes, String text) {
        this.bytes = bytes;
        this.text = text;
    }

    /** Reads an address with or without port and brackets; empty when it is none. */
    public static Optional<Address> parse(String text) {
        var stripped = text.strip();
        var four = decimals(stripped);
        return four == null ? parseWithCare(stripped) : Optional.of(new Address(four, stripped));
    }

    /** Four plain decimals, as nearly every address is written; null for all else, which may be an address as well. */
    private static byte[] decimals(String text) {
        if (text.length() > LONGEST_IPV4) {
            return null;
        }
        var bytes = new byte[IPV4_BYTES];
        var at = 0;
        for (var part = 0; part < IPV4_BYTES; part++) {
            var start = at;
            var value = 0;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = value * 10 + text.charAt(at++) - '0';
            }
            var end = part == IPV4_BYTES - 1 ? at == text.length() : at < text.length() && text.charAt(at) == '.';
            if (!end || at == start || at > start + 1 && text.charAt(start) == '0' || value > MOST_OF_A_BYTE) {
                return null;
            }
            bytes[part] = (byte) value;
            at++;
        }
        return bytes;
    }

    private static Optional<Address> parseWithCare(String text) {
        try {
            var parsed = new IPAddressString(bare(text), PLAIN).toAddress();
            if (parsed == null) {
                return Optional.empty();
            }
            var mapped = parsed.isIPv6() && parsed.toIPv6().isIPv4Mapped();
            var address = mapped ? parsed.toIPv6().getEmbeddedIPv4Address() : parsed;
            return Optional.of(new Address(address.getBytes(), address.toCanonicalString()));
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

    /** What one subscriber has: an IPv4 address, or an IPv6 network of 64 bits, within which addresses cost nothing. */
    public String subscriber() {
        return isIpv4() ? text : network(IPV6_SUBSCRIBER_BITS);
    }

    /** What may be written down: the network, not the address. */
    public String truncated() {
        return network(isIpv4() ? IPV4_SHOWN_BITS : IPV6_SHOWN_BITS);
    }

    /** The network around the subscriber: IPv4 24 bits, IPv6 56, which is what a home often has. */
    public String subnet() {
        return network(isIpv4() ? IPV4_SHOWN_BITS : IPV6_HOME_BITS);
    }

    /** What one site or company has: IPv4 20 bits, IPv6 48. */
    public String site() {
        return network(isIpv4() ? IPV4_SITE_BITS : IPV6_SHOWN_BITS);
    }

    private boolean isIpv4() {
        return bytes.length == IPV4_BYTES;
    }

    private String network(int bits) {
        if (!isIpv4()) {
            return ADDRESSES.from(bytes).toPrefixBlock(bits).toCanonicalString();
        }
        var network = new StringBuilder(LONGEST_IPV4 + 3);
        for (var i = 0; i < IPV4_BYTES; i++) {
            var host = Math.clamp((i + 1) * BITS_OF_A_BYTE - bits, 0, BITS_OF_A_BYTE);
            network.append(bytes[i] & MOST_OF_A_BYTE << host & MOST_OF_A_BYTE).append(i < IPV4_BYTES - 1 ? '.' : '/');
        }
        return network.append(bits).toString();
    }

    /** 4 or 16, the most significant first. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && Arrays.equals(address.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
