package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;

/** Holds of two seats over HTTP beside pgbench, which runs the very same statements on the same database. */
final class HoldBench implements Benchmark {

    private static final double FAST_DATABASE = 6_000;

    @Override
    public String name() {
        return "hold";
    }

    @Override
    public String about() {
        return "holds of two seats beside pgbench running the same statements on the same database, 16 clients each";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.core();
                var office = stage.boxOffice();
                var client = stage.client(HoldTrial.CLIENTS)) {
            var trial = new HoldTrial(stage, office, client);
            workshop.say("warming up");
            trial.warmUp();
            var script = workshop.out().resolve("hold.pgbench.sql");
            var statements = trial.listen(script).size();
            trial.byPgbench(script, Duration.ofSeconds(2));
            var http = new ArrayList<Double>();
            var database = new ArrayList<Double>();
            for (var round = 1; round <= workshop.rounds(); round++) {
                http.add(trial.overHttp(workshop.slice()));
                database.add(trial.byPgbench(script, workshop.slice()));
                workshop.say("round %d of %d: %.0f/s beside %.0f/s = %.2f".formatted(round, workshop.rounds(),
                        http.getLast(), database.getLast(), http.getLast() / database.getLast()));
            }
            var ratio = Turns.median(IntStream.range(0, http.size())
                    .mapToObj(round -> http.get(round) / database.get(round)).toList());
            var perSecond = Turns.median(http);
            var possible = Turns.median(database);
            var result = new Result(name()).rounds("holds", http).rounds("pgbench", database)
                    .figure("statements of a hold, BEGIN and COMMIT included", statements)
                    .figure("holds per second", perSecond).figure("pgbench per second", possible)
                    .figure("ratio", ratio).atLeast("holds / pgbench", ratio, 0.5)
                    .atMost("statements between BEGIN and COMMIT", statements - 2, 6);
            return possible < FAST_DATABASE ? result : result.atLeast("holds per second", perSecond, 2_000);
        }
    }
}
