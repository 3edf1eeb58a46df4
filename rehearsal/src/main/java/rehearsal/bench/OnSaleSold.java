package rehearsal.bench;

import java.util.Map;

/**
 * What became of a simulated on-sale.
 *
 * @param seats   that each kind bought
 * @param refused who was let into the shop and could not buy, by kind
 * @param outside part of the fans who got no place
 * @param lost    visitors who never had an answer
 */
record OnSaleSold(Map<String, Integer> seats, Map<String, Integer> refused, double outside, int lost) {

    void tell(Result result, String way) {
        var all = all();
        result.figure(way + ": seats sold", all);
        result.figure(way + ": bots' share of the seats",
                1 - seats.getOrDefault(OnSaleKind.FANS.name(), 0) / (double) Math.max(1, all));
        seats.forEach((kind, bought) -> result.figure(way + ": " + kind, bought / (double) all));
        refused.forEach((kind, many) -> result.figure(way + ": refused in the shop, " + kind, many));
        result.figure(way + ": part of the fans without a place", outside);
        result.figure(way + ": visitors without an answer", lost);
    }

    int all() {
        return seats.values().stream().mapToInt(Integer::intValue).sum();
    }
}
