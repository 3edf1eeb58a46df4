package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import rehearsal.load.Crowd;
import rehearsal.load.Fan;
import rehearsal.load.Http;
import rehearsal.load.JoinScript;
import rehearsal.load.LoadClient;

/** A lobby of a million: how long after the opening fans all over it see the place the draw gave them. */
final class DrawBench implements Benchmark {

    private static final int LOBBY = 1_000_000;
    private static final int WATCHERS = 50;
    private static final int REPEATS = 3;
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final Duration LEAD = Duration.ofSeconds(6);

    private final Fans fans = new Fans();

    @Override
    public String name() {
        return "draw";
    }

    @Override
    public String about() {
        return "a draw over a lobby of 1,000,000: time from the opening until everybody's place is shown";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        var shown = new ArrayList<Double>();
        var announced = new ArrayList<Double>();
        try (var stage = workshop.stage(2); var client = stage.client(WATCHERS)) {
            for (var repeat = 1; repeat <= REPEATS; repeat++) {
                var found = drawOnce(workshop, stage, client, "draw-" + repeat);
                announced.add(found[0]);
                shown.add(found[1]);
                workshop.say("draw %d: status shows it after %.0f ms, every watcher has a place after %.0f ms"
                        .formatted(repeat, found[0], found[1]));
            }
        }
        var worst = shown.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return new Result(name()).axes("draw", "ms after the opening").figure("lobby", workshop.scaled(LOBBY))
                .rounds("status tells", announced).rounds("every watcher has a place", shown)
                .atMost("ms until every place is shown, worst draw", worst, 1_000);
    }

    /** Watchers join before, amid and after the crowd. */
    private double[] drawOnce(Workshop workshop, Stage stage, LoadClient client, String release) throws IOException {
        var port = stage.port();
        var crowd = workshop.scaled(LOBBY);
        stage.organizer().plan(port, release, Map.of("policy", "DRAW", "lobbyOpensAt",
                Instant.now().minusSeconds(5).toString(), "opensAt", Instant.now().plusSeconds(3_600).toString()));
        try (var redis = stage.redis()) {
            var script = new JoinScript(workshop.home(), redis);
            var watchers = fans.welcomed(client, WATCHERS, port, release, WATCHERS);
            for (var part = 0; part < 5; part++) {
                script.fill(release, part * crowd / 5, (part + 1) * crowd / 5);
                Crowd.join(client, WATCHERS, port, release, watchers.subList(part * 10, part * 10 + 10));
            }
            CrowdBench.awaitTree(redis, release, crowd);
            var opensAt = Instant.now().plus(LEAD);
            stage.organizer().change(port, release, Map.of("opensAt", opensAt.toString()));
            Crowd.pause(Duration.between(Instant.now(), opensAt));
            return new double[]{ awaitStatus(client, port, release, opensAt), awaitPlaces(client, port, release,
                    watchers, opensAt) };
        }
    }

    private static double awaitStatus(LoadClient client, int port, String release, Instant opensAt)
            throws IOException {
        var request = Http.get(port, "/api/waiting-room/releases/" + release + "/status", Map.of());
        while (sinceMillis(opensAt) < MOST.toMillis()) {
            if (client.ask(request).text().contains("\"phase\":\"OPEN\"")) {
                return sinceMillis(opensAt);
            }
            Crowd.pause(Duration.ofMillis(10));
        }
        throw new IOException("the draw is not shown");
    }

    private static double awaitPlaces(LoadClient client, int port, String release, List<Fan> watchers, Instant opensAt)
            throws IOException {
        var without = watchers;
        while (sinceMillis(opensAt) < MOST.toMillis()) {
            client.run(new Crowd(without, WATCHERS, fan -> fan.me(port, release)), MOST);
            without = without.stream().filter(fan -> fan.place() < 1).toList();
            if (without.isEmpty()) {
                return sinceMillis(opensAt);
            }
            Crowd.pause(Duration.ofMillis(1_000)); // as often as the waiting room allows
        }
        throw new IOException(without.size() + " watchers have no place");
    }

    private static double sinceMillis(Instant moment) {
        return Duration.between(moment, Instant.now()).toNanos() / 1e6;
    }
}
