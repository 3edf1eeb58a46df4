package botdefense.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network: the first bits of its addresses. Reads only what is written as an address, and never asks a name server.
 *
 * @param bytes  4 or 16
 * @param length how many bits count
 */
public record Cidr(byte[] bytes, int length) {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final int BITS_OF_A_BYTE = 8;
    private static final int IPV4_BYTES = 4;
    private static final int MOST_OF_A_BYTE = 255;

    /** A network or one address; empty when it is neither. */
    public static Optional<Cidr> parse(String text) {
        var slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        return bytesOf(address.strip()).flatMap(bytes -> {
            var most = bytes.length * BITS_OF_A_BYTE;
            if (slash < 0) {
                return Optional.of(new Cidr(bytes, most));
            }
            var length = text.substring(slash + 1).strip();
            return length.matches("\\d{1,3}") && Integer.parseInt(length) <= most
                    ? Optional.of(new Cidr(bytes, Integer.parseInt(length)))
                    : Optional.empty();
        });
    }

    private static Optional<byte[]> bytesOf(String address) {
        var four = IPV4.matcher(address);
        if (four.matches()) {
            var bytes = new byte[IPV4_BYTES];
            for (var i = 0; i < IPV4_BYTES; i++) {
                var part = Integer.parseInt(four.group(i + 1));
                if (part > MOST_OF_A_BYTE) {
                    return Optional.empty();
                }
                bytes[i] = (byte) part;
            }
            return Optional.of(bytes);
        }
        if (!IPV6.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    public boolean isIpv4() {
        return bytes.length == IPV4_BYTES;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr cidr && cidr.length == length && java.util.Arrays.equals(cidr.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(bytes) + length;
    }
}
