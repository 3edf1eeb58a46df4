package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

import org.HdrHistogram.Histogram;
import rehearsal.load.Crowd;
import rehearsal.load.Http;
import rehearsal.load.LoadClient;
import rehearsal.load.Streams;

/** A thousand open seat maps: how soon each is told of a seat that somebody holds. */
final class MapBench implements Benchmark {

    private static final int MAPS = 1_000;
    private static final int SEATS = 5_000;
    private static final int CHANGES = 10;
    private static final Duration MOST = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "maps";
    }

    @Override
    public String about() {
        return "1,000 open seat maps: delay from the request that holds a seat to every map";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.core(); var office = stage.boxOffice(); var client = stage.client(1)) {
            office.event("watched", SEATS);
            office.sessions("watched", 0, 2 * CHANGES);
            var request = Http.get(stage.port(), "/api/ticketing/events/watched/availability/stream",
                    Map.of("Accept", "text/event-stream"));
            var result = new Result(name()).axes("percentile", "ms from the fan's request to the map");
            try (var maps = Streams.open(stage.port(), request, workshop.scaled(MAPS), "\"seats\":\"")) {
                for (var change = CHANGES; change < 2 * CHANGES; change++) {
                    tell(stage, client, maps, change); // warms up
                }
                return measure(workshop, result, maps, seat -> tell(stage, client, maps, seat));
            }
        }
    }

    private static Result measure(Workshop workshop, Result result, Streams maps, Telling telling) throws IOException {
        var worst = 0.0;
        var told = (long) maps.count();
        for (var change = 0; change < CHANGES; change++) {
            var delays = telling.of(change);
            told = Math.min(told, delays.getTotalCount());
            worst = Math.max(worst, delays.getValueAtPercentile(99) / 1e6);
            workshop.say("change %d reached %d: p50 %.0f ms, p99 %.0f ms".formatted(change + 1,
                    delays.getTotalCount(), delays.getValueAtPercentile(50) / 1e6,
                    delays.getValueAtPercentile(99) / 1e6));
            var points = new ArrayList<double[]>();
            for (var percentile = 1; percentile <= 100; percentile++) {
                points.add(new double[]{ percentile, delays.getValueAtPercentile(percentile) / 1e6 });
            }
            result.line("change " + (change + 1), points);
        }
        return result.figure("maps", maps.count()).figure("p99 ms of the worst change", worst)
                .atMost("p99 ms of the worst change", worst, 1_000)
                .atLeast("maps told of every change", told, maps.count());
    }

    @FunctionalInterface
    private interface Telling {
        Histogram of(int change) throws IOException;
    }

    /** Somebody holds a seat that no map has shown yet. */
    private static Histogram tell(CoreStage stage, LoadClient client, Streams maps,
            int change) throws IOException {
        var seat = "S-" + (4_000 + change);
        var since = System.nanoTime();
        var answer = client.ask(HoldLoad.hold(stage.port(), "watched", BoxOffice.session(change), seat));
        if (answer.status() != 201) {
            throw new IOException("not held: " + answer.text());
        }
        var delays = maps.await("[\"" + seat + "\",\"HELD\"]", since, MOST);
        Crowd.pause(Duration.ofMillis(300));
        return delays;
    }
}
