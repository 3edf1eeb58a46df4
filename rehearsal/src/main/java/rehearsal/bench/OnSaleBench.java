package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/**
 * A simulated on-sale: four of five who come are bots. They line up, are let into the shop in the order of their places,
 * hold two seats each and pay, until none is left. Told is which share of the seats each kind bought, and how many fans
 * got no place at all, by how the defense stands and whether the doors open by lot.
 */
final class OnSaleBench implements Benchmark {

    private static final int PEOPLE = 5_000;
    private static final int BUYERS = PEOPLE / 5 / OnSaleShopper.SEATS_EACH;

    private final Random random = new Random(1);

    @Override
    public String name() {
        return "on-sale";
    }

    @Override
    public String about() {
        return "the bots' share of 1,000 seats with the defense off, in shadow and on, by order of coming and by lot";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        var result = new Result(name());
        try (var stage = workshop.stage(1); var shop = workshop.coreBehind(stage); var office = shop.boxOffice()) {
            stage.organizer().shrinkPuzzles(stage.port());
            var number = 0;
            for (var way : OnSaleWay.ALL) {
                var start = System.nanoTime();
                var sale = new OnSale(stage, shop, office, way, "on-sale-" + ++number);
                var sold = sale.run(OnSaleVisitor.crowd(workshop.scaled(PEOPLE), random),
                        workshop.scaled(BUYERS) * OnSaleShopper.SEATS_EACH);
                sold.tell(result, way.name());
                workshop.say("%s: %s, refused %s, %d s".formatted(way.name(), sold.seats(), sold.refused(),
                        Duration.ofNanos(System.nanoTime() - start).toSeconds()));
            }
        }
        return result;
    }
}
