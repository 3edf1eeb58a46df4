package ticketing.buyer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts orders together that hang together by what they share: each edge joins all its orders. */
final class BuyerClusters {

    private BuyerClusters() {}

    /**
     * Orders under several addresses that are taken for one buyer, and why.
     *
     * @param id        the first of its orders
     * @param addresses how many different ones they were bought under
     * @param seats     what they have together
     */
    record ClusterView(String id, int addresses, int seats, List<String> orders, List<ClusterStore.Edge> edges) {}

    /** Those of more than one address, the largest first. */
    static List<ClusterView> of(List<ClusterStore.Edge> edges, List<ClusterStore.Buyer> buyers) {
        var roots = new HashMap<String, String>();
        for (var edge : edges) {
            for (var order : edge.orders()) {
                join(roots, edge.orders().getFirst(), order);
            }
        }
        var byOrder = new HashMap<String, ClusterStore.Buyer>();
        buyers.forEach(buyer -> byOrder.put(buyer.order(), buyer));
        var members = new TreeMap<String, Set<String>>();
        roots.keySet().forEach(order -> members.computeIfAbsent(rootOf(roots, order), root -> new TreeSet<>())
                .add(order));
        var clusters = new ArrayList<ClusterView>();
        members.values().forEach(orders -> {
            var shares = new HashMap<String, Integer>();
            orders.stream().map(byOrder::get).forEach(buyer -> shares.put(buyer.buyer(), buyer.seats()));
            if (shares.size() > 1) {
                clusters.add(new ClusterView(orders.iterator().next(), shares.size(),
                        shares.values().stream().mapToInt(Integer::intValue).sum(), List.copyOf(orders),
                        edges.stream().filter(edge -> orders.contains(edge.orders().getFirst())).toList()));
            }
        });
        clusters.sort(Comparator.comparingInt(ClusterView::seats).reversed().thenComparing(ClusterView::id));
        return clusters;
    }

    private static void join(Map<String, String> roots, String one, String other) {
        roots.put(rootOf(roots, other), rootOf(roots, one));
    }

    /** Ways that were gone once are short afterwards. */
    private static String rootOf(Map<String, String> roots, String order) {
        var passed = new LinkedHashSet<String>();
        var at = order;
        for (var next = roots.putIfAbsent(at, at); next != null && !next.equals(at); next = roots.get(at)) {
            passed.add(at);
            at = next;
        }
        for (var one : passed) {
            roots.put(one, at);
        }
        return at;
    }
}
