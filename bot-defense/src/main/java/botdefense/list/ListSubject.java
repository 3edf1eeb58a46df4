package botdefense.list;

import java.util.Locale;
import java.util.Optional;

import botdefense.network.Cidr;

/** Whom an entry is about. */
sealed interface ListSubject {

    int WIDEST_IPV4 = 12;
    int WIDEST_IPV6 = 24;

    record OfNetwork(Cidr network) implements ListSubject {}

    record OfSystem(int number) implements ListSubject {}

    record OfKey(String thumbprint) implements ListSubject {}

    record OfMail(String hash) implements ListSubject {}

    static Optional<ListSubject> parse(String entry) {
        if (entry.matches("(?i)as\\d{1,9}")) {
            return Optional.of(new OfSystem(Integer.parseInt(entry.substring(2))));
        }
        if (entry.matches("(?i)[0-9a-f]{64}")) {
            return Optional.of(new OfMail(entry.toLowerCase(Locale.ROOT)));
        }
        if (entry.matches("[A-Za-z0-9_-]{43}")) {
            return Optional.of(new OfKey(entry));
        }
        return Cidr.parse(entry).map(OfNetwork::new);
    }

    /** Whether it is about so many that a slip would be a disaster. */
    default boolean isWide() {
        return switch (this) {
            case OfNetwork(Cidr network) -> network.length() < (network.isIpv4() ? WIDEST_IPV4 : WIDEST_IPV6);
            case OfSystem system -> true;
            case OfKey key -> false;
            case OfMail mail -> false;
        };
    }
}
