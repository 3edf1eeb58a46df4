package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Holds while the database keeps 5,000, 50,000 and 250,000 seats of older sales. */
final class InventoryBench implements Benchmark {

    private static final int FEW = 5_000;
    private static final int MORE = 50_000;
    private static final int MANY = 250_000;

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public String about() {
        return "holds of two seats with 5,000, 50,000 and 250,000 seats of older sales in the books";
    }

    /** Few, more, many, and few once more: what the machine does over time then shows between the two. */
    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.core();
                var office = stage.boxOffice();
                var client = stage.client(HoldTrial.CLIENTS)) {
            var trial = new HoldTrial(stage, office, client);
            office.sold("few", workshop.scaled(FEW));
            workshop.say("warming up");
            trial.warmUp();
            var few = turns(workshop, trial, "5,000");
            office.sold("more", workshop.scaled(MORE - FEW));
            var more = turns(workshop, trial, "50,000");
            office.sold("many", workshop.scaled(MANY - MORE));
            var many = turns(workshop, trial, "250,000");
            forget(office);
            var again = turns(workshop, trial, "5,000 again");
            var reference = (Turns.median(few) + Turns.median(again)) / 2;
            return new Result(name()).rounds("5,000", few).rounds("50,000", more).rounds("250,000", many)
                    .rounds("5,000 again", again)
                    .figure("holds per second, 5,000", Turns.median(few))
                    .figure("holds per second, 50,000", Turns.median(more))
                    .figure("holds per second, 250,000", Turns.median(many))
                    .figure("holds per second, 5,000 again", Turns.median(again))
                    .atLeast("50,000 / 5,000", Turns.median(more) / reference, 0.9)
                    .atLeast("250,000 / 5,000", Turns.median(many) / reference, 0.9);
        }
    }

    private static void forget(BoxOffice office) throws IOException {
        office.update("DELETE FROM seat_state WHERE event_id LIKE 'more-%' OR event_id LIKE 'many-%'");
        office.update("VACUUM ANALYZE");
    }

    private static List<Double> turns(Workshop workshop, HoldTrial trial, String what) throws IOException {
        var rates = new ArrayList<Double>();
        for (var round = 1; round <= workshop.rounds(); round++) {
            rates.add(trial.overHttp(workshop.slice()));
        }
        workshop.say("%s: %.0f/s, %s a turn".formatted(what, Turns.median(rates),
                Duration.ofMillis(workshop.slice().toMillis())));
        return rates;
    }
}
