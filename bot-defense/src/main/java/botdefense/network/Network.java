package botdefense.network;

import java.util.Optional;

/**
 * What is known of the network an address is in.
 *
 * @param number of the autonomous system
 */
public record Network(Kind kind, Optional<Integer> number) {

    static final Network UNKNOWN = new Network(Kind.OTHER, Optional.empty());

    /** Where addresses of a network come from; the file a network stands in is named by it. */
    public enum Kind {
        /** A data centre: servers, and companies' and privacy services' ways out. */
        HOSTING,
        /** Tor, open proxies. */
        ANONYMOUS,
        /** On a list of networks that attacks came from. */
        LISTED,
        /** A privacy relay of a device maker: fans in a data centre. */
        RELAY,
        /** Known to be shared by very many: a mobile network, a campus. */
        SHARED, OTHER
    }
}
