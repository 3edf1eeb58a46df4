package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;

/** Complete orders with the demo payment: into the shop, two seats held, paid, tickets issued. */
final class OrderBench implements Benchmark {

    private static final int CLIENTS = 16;
    private static final int SEATS = 30_000;
    private static final double REFERENCE = 23;
    /** The compilers have most of the machine in the first minute after the start. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "order";
    }

    @Override
    public String about() {
        return "complete demo orders of two seats per second: enter, hold, pay";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.core(); var office = stage.boxOffice(); var client = stage.client(CLIENTS)) {
            office.event("warm", SEATS);
            office.event("orders", SEATS);
            workshop.say("warming up");
            client.run(new Buyers(stage.port(), "warm", CLIENTS, Buyers.apart(SEATS)), WARM_UP);
            var buyers = new Buyers(stage.port(), "orders", CLIENTS, Buyers.apart(SEATS));
            var rates = new ArrayList<Double>();
            for (var round = 1; round <= workshop.rounds(); round++) {
                var before = buyers.bought();
                var slice = client.run(buyers, workshop.slice());
                rates.add((buyers.bought() - before) * 1e9 / slice.took().toNanos());
                workshop.say("round %d of %d: %.0f orders/s".formatted(round, workshop.rounds(), rates.getLast()));
            }
            if (!buyers.firstSurprise().isEmpty()) {
                throw new IOException("an order was answered: " + buyers.firstSurprise());
            }
            var tickets = office.count("ticket WHERE event_id = 'orders' AND state = 'VALID'");
            if (tickets != 2 * buyers.bought()) {
                throw new IOException("%d orders, but %d tickets".formatted(buyers.bought(), tickets));
            }
            workshop.say("%d letters sent".formatted(stage.letters()));
            var rate = Turns.median(rates);
            return new Result(name()).rounds("orders", rates).figure("orders per second", rate)
                    .figure("alf.io on two cores, orders per second", REFERENCE)
                    .atLeast("orders per second", rate, 200);
        }
    }
}
