package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Sixty-four clients buy up a thousand seats, fighting over every one: what is counted afterwards is the books. */
final class RaceBench implements Benchmark {

    private static final int CLIENTS = 64;
    private static final int SEATS = 1_000;
    private static final int RACES = 3;
    private static final Duration MOST = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "race";
    }

    @Override
    public String about() {
        return "64 racing clients and 1,000 seats: sold, sold twice, errors, deadlocks";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        var result = new Result(name());
        try (var stage = workshop.core(); var office = stage.boxOffice(); var client = stage.client(CLIENTS)) {
            var errors = 0L;
            for (var race = 1; race <= RACES; race++) {
                var event = "race-" + race;
                office.event(event, SEATS);
                var buyers = new Buyers(stage.port(), event, CLIENTS, Buyers.contested(SEATS, race));
                var slice = client.run(buyers, MOST);
                errors += slice.statuses().entrySet().stream().filter(status -> status.getKey() >= 500)
                        .mapToLong(Map.Entry::getValue).sum();
                var sold = office.count("seat_state WHERE event_id = '%s' AND state = 'SOLD'".formatted(event));
                var tickets = office.count("ticket WHERE event_id = '%s' AND state = 'VALID'".formatted(event));
                var seats = office.count("(SELECT DISTINCT seat_id FROM ticket WHERE event_id = '%s'".formatted(event)
                        + " AND state = 'VALID') AS seat");
                workshop.say("race %d: %d sold in %d orders, %d conflicts, %.1f s, answers %s".formatted(race, sold,
                        buyers.bought(), buyers.conflicts(), slice.took().toMillis() / 1e3, slice.statuses()));
                result.figure("race %d: seats sold".formatted(race), sold)
                        .figure("race %d: seconds".formatted(race), slice.took().toMillis() / 1e3)
                        .figure("race %d: refused holds".formatted(race), buyers.conflicts())
                        .atLeast("race %d: seats sold".formatted(race), sold, SEATS)
                        .atMost("race %d: tickets".formatted(race), tickets, SEATS)
                        .atMost("race %d: seats sold twice".formatted(race), tickets - seats, 0);
                if (!buyers.firstSurprise().isEmpty()) {
                    workshop.say("first surprise: " + buyers.firstSurprise());
                }
            }
            return result.atMost("answers 5xx", errors, 0)
                    .atMost("deadlocks in PostgreSQL's log", stage.deadlocks(), 0);
        }
    }
}
