package rehearsal.bench;

import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import rehearsal.load.FanKeys;

/**
 * Somebody who comes to a simulated on-sale.
 *
 * @param keys      of the device
 * @param jwk       the public one
 * @param address   from which it joins
 * @param addresses from which it shops: of all that share the device
 * @param arrives   how long after the first
 */
record OnSaleVisitor(OnSaleKind kind, KeyPair keys, String jwk, String address, List<String> addresses, String email,
        Duration arrives) {

    private static final int HOSTS = 250;
    /** A program is there when the doors open; fans come while they read, click and wait for a page. */
    private static final Duration BOTS_WITHIN = Duration.ofSeconds(3);
    private static final Duration FANS_WITHIN = Duration.ofSeconds(12);

    /** One of five is a fan; the bots are of five kinds in equal parts. */
    static List<OnSaleVisitor> crowd(int people, Random random) {
        var visitors = new ArrayList<OnSaleVisitor>();
        add(visitors, OnSaleKind.FANS, people / 5, random);
        for (var kind : OnSaleKind.BOTS) {
            add(visitors, kind, people * 4 / 5 / OnSaleKind.BOTS.size(), random);
        }
        return visitors;
    }

    private static void add(List<OnSaleVisitor> visitors, OnSaleKind kind, int many, Random random) {
        var within = (kind.equals(OnSaleKind.FANS) ? FANS_WITHIN : BOTS_WITHIN).toMillis();
        for (var first = 0; first < many; first += kind.keyPer()) {
            var keys = FanKeys.pair();
            var jwk = FanKeys.jwk(keys);
            var sharing = new ArrayList<String>();
            for (var i = first; i < Math.min(many, first + kind.keyPer()); i++) {
                sharing.add(address(kind, i));
            }
            for (var i = 0; i < sharing.size(); i++) {
                visitors.add(new OnSaleVisitor(kind, keys, jwk, sharing.get(i), List.copyOf(sharing),
                        email(kind, first + i), Duration.ofMillis(random.nextLong(within))));
            }
        }
    }

    private static String address(OnSaleKind kind, int number) {
        var host = number / kind.addressPer();
        return kind.network() + host / HOSTS + "." + (1 + host % HOSTS);
    }

    /** Whoever has fewer mailboxes than names writes something behind a plus. */
    private static String email(OnSaleKind kind, int number) {
        var name = kind.name().toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + number / kind.mailboxPer();
        return name + (kind.mailboxPer() == 1 ? "" : "+" + number) + "@example.org";
    }
}
