package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import rehearsal.load.Claims;
import rehearsal.load.Crowd;
import rehearsal.load.Fan;
import rehearsal.load.LoadClient;
import rehearsal.load.RedisLine;

/**
 * Two instances admit thousands who wait, at a rate: how many in each 60 s window, by the moments the store wrote down.
 * With or without fans who do not come when they are called.
 */
final class RateBench implements Benchmark {

    private static final int RATE = 600;
    private static final int FANS = 3_600;
    private static final int CONNECTIONS = 32;
    private static final long WINDOW = 60_000;

    private final String name;
    private final double noShows;
    private final Duration span;
    private final double least;

    private RateBench(String name, double noShows, Duration span, double least) {
        this.name = name;
        this.noShows = noShows;
        this.span = span;
        this.least = least;
    }

    static RateBench exact() {
        return new RateBench("rate", 0, Duration.ofSeconds(190), 594);
    }

    static RateBench withNoShows() {
        return new RateBench("no-shows", 0.2, Duration.ofSeconds(150), 570);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return "admissions in every sliding 60 s at 600 a minute over two instances, %.0f %% no-shows"
                .formatted(noShows * 100);
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.stage(2);
                var one = LoadClient.open(stage.port(0), CONNECTIONS);
                var other = LoadClient.open(stage.port(1), CONNECTIONS);
                var redis = stage.redis()) {
            plan(stage);
            var fans = new Fans().claiming(FANS);
            Crowd.welcome(one, CONNECTIONS, stage.port(), name, fans);
            Crowd.join(one, CONNECTIONS, stage.port(), name, fans);
            workshop.say(FANS + " wait; the doors open for " + span.toSeconds() + " s");
            stage.organizer().change(stage.port(), name, Map.of("mode", "AUTO"));
            var claims = new Claims(List.of(one, other), List.of(stage.port(0), stage.port(1)), name, coming(fans));
            claims.run(span);
            return tell(admissions(redis), fans.size());
        }
    }

    private void plan(Stage stage) throws IOException {
        stage.organizer().plan(stage.port(), name, Map.of("ratePerMinute", RATE, "maxActive", 100_000, "claimSeconds",
                30, "admissionSeconds", 3_600, "mode", "HOLD"));
    }

    private List<Fan> coming(List<Fan> fans) {
        var coming = new ArrayList<Fan>();
        for (var i = 0; i < fans.size(); i++) {
            if (noShows == 0 || i % (int) Math.round(1 / noShows) != 0) {
                coming.add(fans.get(i));
            }
        }
        return coming;
    }

    private Result tell(List<Long> moments, int fans) {
        var first = moments.getFirst();
        var last = moments.getLast();
        var settled = first + (noShows == 0 ? 0 : WINDOW / 3);
        var points = new ArrayList<double[]>();
        for (var start = settled; start + WINDOW <= last; start += 100) {
            var from = start;
            var inside = moments.stream().filter(at -> at >= from && at < from + WINDOW).count();
            points.add(new double[]{ (start - first) / 1000.0, inside });
        }
        var most = mostInAnyWindow(moments);
        var fewest = points.stream().mapToDouble(point -> point[1]).min().orElse(0);
        return new Result(name).axes("window begins, s after the first admission", "admissions in 60 s")
                .figure("admissions", moments.size()).figure("fans", fans)
                .figure("most in a window", most).figure("fewest in a window", fewest)
                .line("admissions in 60 s", points).atMost("most in any 60 s", most, RATE)
                .atLeast("fewest in any 60 s", fewest, least);
    }

    /** The worst window begins with an admission. */
    static long mostInAnyWindow(List<Long> moments) {
        var most = 0L;
        for (int from = 0, to = 0; from < moments.size(); from++) {
            while (to < moments.size() && moments.get(to) < moments.get(from) + WINDOW) {
                to++;
            }
            most = Math.max(most, to - from);
        }
        return most;
    }

    /** When each admission was issued, on the store's clock, from the fairness log. */
    private List<Long> admissions(RedisLine redis) throws IOException {
        return redis.texts("LRANGE", "waiting-room:{" + name + "}:log", "0", "-1").stream()
                .filter(line -> line.startsWith("admit ")).map(line -> Long.valueOf(line.split(" ")[1])).toList();
    }
}
