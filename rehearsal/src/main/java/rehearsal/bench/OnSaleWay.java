package rehearsal.bench;

import java.util.List;

/**
 * How the waiting room stands while a simulated on-sale comes.
 *
 * @param stance of the defense
 * @param policy of the release: first come, or by lot among those who came before the doors open
 * @param all    whether rules count that only watch as they come
 */
record OnSaleWay(String name, String stance, String policy, boolean all) {

    private static final String FIFO = "FIFO";
    private static final String DRAW = "DRAW";

    /** Those with all rules come last: nothing takes them back. */
    static final List<OnSaleWay> ALL = List.of(new OnSaleWay("off", "OFF", FIFO, false),
            new OnSaleWay("shadow", "SHADOW", FIFO, false), new OnSaleWay("default", "NORMAL", FIFO, false),
            new OnSaleWay("default, draw", "NORMAL", DRAW, false),
            new OnSaleWay("high demand", "HIGH_DEMAND", FIFO, false),
            new OnSaleWay("high demand, draw", "HIGH_DEMAND", DRAW, false),
            new OnSaleWay("all rules", "NORMAL", FIFO, true),
            new OnSaleWay("all rules, high demand, draw", "HIGH_DEMAND", DRAW, true));

    boolean isDrawn() {
        return policy.equals(DRAW);
    }
}
