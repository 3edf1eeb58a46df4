package rehearsal.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import rehearsal.load.FanKeys;

/**
 * Somebody who comes to a simulated on-sale.
 *
 * @param key     of the device, as a JWK
 * @param arrives how long after the first
 */
record OnSaleVisitor(OnSaleKind kind, String key, String address, Duration arrives) {

    private static final int HOSTS = 250;
    /** A program is there when the doors open; fans come while they read, click and wait for a page. */
    private static final Duration BOTS_WITHIN = Duration.ofSeconds(3);
    private static final Duration FANS_WITHIN = Duration.ofSeconds(12);

    /** One of five is a fan; the bots are of five kinds in equal parts. */
    static List<OnSaleVisitor> crowd(int people, Random random) {
        var keys = new FanKeys();
        var visitors = new ArrayList<OnSaleVisitor>();
        add(visitors, OnSaleKind.FANS, people / 5, keys, random);
        for (var kind : OnSaleKind.BOTS) {
            add(visitors, kind, people * 4 / 5 / OnSaleKind.BOTS.size(), keys, random);
        }
        return visitors;
    }

    private static void add(List<OnSaleVisitor> visitors, OnSaleKind kind, int many, FanKeys keys, Random random) {
        var within = (kind.equals(OnSaleKind.FANS) ? FANS_WITHIN : BOTS_WITHIN).toMillis();
        var key = "";
        for (var i = 0; i < many; i++) {
            key = i % kind.keyPer() == 0 ? keys.next() : key;
            var host = i / kind.addressPer();
            visitors.add(new OnSaleVisitor(kind, key, kind.network() + host / HOSTS + "." + (1 + host % HOSTS),
                    Duration.ofMillis(random.nextLong(within))));
        }
    }
}
