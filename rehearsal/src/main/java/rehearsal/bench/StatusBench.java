package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import rehearsal.load.Crowd;
import rehearsal.load.Http;
import rehearsal.load.JoinScript;
import rehearsal.load.LoadClient;
import rehearsal.load.Requests;
import rehearsal.load.Slice;

/** Reads of the status while thousands wait, beside an endpoint that does nothing. */
final class StatusBench implements Benchmark {

    private static final int CONNECTIONS = 64;
    private static final int WAITING = 10_000;
    private static final String RELEASE = "status";

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String about() {
        return "reads of the status document beside an empty endpoint of the same instance";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.stage(1); var client = stage.client(CONNECTIONS); var redis = stage.redis()) {
            var port = stage.port();
            stage.organizer().plan(port, RELEASE, Map.of("maxActive", 1));
            new JoinScript(workshop.home(), redis).fill(RELEASE, 0, WAITING);
            var status = Http.get(port, "/api/waiting-room/releases/" + RELEASE + "/status", Map.of());
            var empty = Http.get(port, "/api/waiting-room/bench/empty", Map.of());
            for (var i = 0; i < 3; i++) {
                reads(client, status, 200, Duration.ofSeconds(2));
                reads(client, empty, 204, Duration.ofSeconds(2));
            }
            var turns = Turns.of(workshop, () -> reads(client, status, 200, workshop.slice()),
                    () -> reads(client, empty, 204, workshop.slice()));
            return turns.tell(new Result(name()), "status", "empty").figure("ratio", turns.ratio())
                    .atLeast("status / empty endpoint", turns.ratio(), 0.9);
        }
    }

    private static Slice reads(LoadClient client, byte[] request, int expected, Duration most) throws IOException {
        Requests same = connection -> request;
        var slice = client.run(same, most);
        Crowd.require(slice, expected, slice.answers());
        return slice;
    }
}
