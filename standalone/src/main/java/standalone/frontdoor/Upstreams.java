package standalone.frontdoor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of one service, taken in turns. */
final class Upstreams {

    private final List<Upstream> instances;
    private final AtomicInteger turn = new AtomicInteger();

    Upstreams(List<Upstream> instances) {
        this.instances = List.copyOf(instances);
    }

    List<Upstream> instances() {
        return instances;
    }

    /**
     * All instances in the order in which to try them: the ready ones first, each request beginning with the next of
     * them. Those not ready stay in the list, last: they may be back before the probe has noticed.
     */
    List<Upstream> inTurn() {
        var rotated = new ArrayList<Upstream>(instances.size());
        var start = Math.floorMod(turn.getAndIncrement(), Math.max(1, instances.size()));
        rotated.addAll(instances.subList(start, instances.size()));
        rotated.addAll(instances.subList(0, start));
        var order = new ArrayList<>(rotated.stream().filter(Upstream::ready).toList());
        rotated.stream().filter(upstream -> !order.contains(upstream)).forEach(order::add);
        return order;
    }
}
