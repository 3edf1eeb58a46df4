package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import rehearsal.load.Crowd;
import rehearsal.load.Http;
import rehearsal.load.LoadClient;
import rehearsal.load.Requests;
import rehearsal.load.Slice;

/** Reads of an event's availability beside an endpoint that does nothing. */
final class AvailabilityBench implements Benchmark {

    private static final int CONNECTIONS = 64;
    private static final int SEATS = 5_000;

    @Override
    public String name() {
        return "availability";
    }

    @Override
    public String about() {
        return "reads of the availability of 5,000 seats beside an empty endpoint of the same instance";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.core(); var office = stage.boxOffice(); var client = stage.client(CONNECTIONS)) {
            var port = stage.port();
            office.event("seen", SEATS);
            var seats = Http.get(port, "/api/ticketing/events/seen/availability", Map.of());
            var empty = Http.get(port, "/api/ticketing/bench/empty", Map.of());
            for (var i = 0; i < 3; i++) {
                reads(client, seats, 200, Duration.ofSeconds(2));
                reads(client, empty, 204, Duration.ofSeconds(2));
            }
            var turns = Turns.of(workshop, () -> reads(client, seats, 200, workshop.slice()),
                    () -> reads(client, empty, 204, workshop.slice()));
            return turns.tell(new Result(name()), "availability", "empty").figure("ratio", turns.ratio())
                    .figure("bytes of an answer", client.ask(seats).text().length())
                    .atLeast("availability / empty endpoint", turns.ratio(), 0.8);
        }
    }

    private static Slice reads(LoadClient client, byte[] request, int expected, Duration most) throws IOException {
        Requests same = connection -> request;
        var slice = client.run(same, most);
        Crowd.require(slice, expected, slice.answers());
        return slice;
    }
}
