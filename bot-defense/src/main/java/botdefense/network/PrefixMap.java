package botdefense.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Values by network, found by the longest network an address is in: two binary tries, of IPv4 and of IPv6. Filled once,
 * then read by many.
 */
public final class PrefixMap<T> {

    private static final int IPV4_BYTES = 4;
    private static final int BITS_OF_A_BYTE = 8;

    private final Trie<T> four = new Trie<>();
    private final Trie<T> six = new Trie<>();

    public void put(Cidr network, T value) {
        trieOf(network.bytes()).put(network, value);
    }

    /** The value of the longest network this address is in. */
    public Optional<T> find(byte[] address) {
        return Optional.ofNullable(trieOf(address).find(address));
    }

    private Trie<T> trieOf(byte[] address) {
        return address.length == IPV4_BYTES ? four : six;
    }

    /** Nodes are numbers; a node's children stand beside each other in one array. */
    private static final class Trie<T> {

        private static final int FIRST_SIZE = 64;

        private int[] children = new int[FIRST_SIZE];
        private int nodes = 1;
        private final List<T> values = new ArrayList<>();

        Trie() {
            values.add(null);
        }

        void put(Cidr network, T value) {
            var node = 0;
            for (var bit = 0; bit < network.length(); bit++) {
                var child = 2 * node + bitOf(network.bytes(), bit);
                if (children[child] == 0) {
                    children[child] = nodes++;
                    values.add(null);
                    if (2 * nodes > children.length) {
                        children = Arrays.copyOf(children, 2 * children.length);
                    }
                }
                node = children[child];
            }
            values.set(node, value);
        }

        T find(byte[] address) {
            var node = 0;
            var found = values.getFirst();
            for (var bit = 0; bit < address.length * BITS_OF_A_BYTE; bit++) {
                node = children[2 * node + bitOf(address, bit)];
                if (node == 0) {
                    return found;
                }
                var value = values.get(node);
                found = value == null ? found : value;
            }
            return found;
        }

        private static int bitOf(byte[] address, int bit) {
            return address[bit / BITS_OF_A_BYTE] >> BITS_OF_A_BYTE - 1 - bit % BITS_OF_A_BYTE & 1;
        }
    }
}
