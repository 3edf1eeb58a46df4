package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import rehearsal.load.Crowd;
import rehearsal.load.Fan;
import rehearsal.load.LoadClient;
import rehearsal.load.Slice;

/** Joins (the second step, in which the place is taken) beside the same request to an endpoint that does nothing. */
final class JoinBench implements Benchmark {

    private static final int CONNECTIONS = 64;
    private static final int MOST_PER_SECOND = 12_000;
    private static final int WARM_UP = 30_000;
    private static final String RELEASE = "joins";
    private static final String EMPTY = "/api/waiting-room/bench/empty";

    private final Fans fans = new Fans();

    @Override
    public String name() {
        return "joins";
    }

    @Override
    public String about() {
        return "joins beside the same request to an empty endpoint of the same instance";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.stage(1); var client = stage.client(CONNECTIONS)) {
            stage.organizer().plan(stage.port(), RELEASE, Map.of("maxActive", 1));
            var port = stage.port();
            workshop.say("warming up");
            Crowd.join(client, CONNECTIONS, port, RELEASE,
                    fans.welcomed(client, CONNECTIONS, port, RELEASE, workshop.scaled(WARM_UP)));
            empty(client, port, Duration.ofSeconds(3));
            var turns = Turns.of(workshop, () -> joins(client, port, workshop.slice()),
                    () -> empty(client, port, workshop.slice()));
            return turns.tell(new Result(name()), "joins", "empty").figure("ratio", turns.ratio())
                    .atLeast("joins / empty endpoint", turns.ratio(), 0.6);
        }
    }

    private Slice joins(LoadClient client, int port, Duration most) throws IOException {
        var crowd = fans.welcomed(client, CONNECTIONS, port, RELEASE, (int) (MOST_PER_SECOND * most.toMillis() / 1000));
        var slice = client.run(new Crowd(crowd, CONNECTIONS, fan -> fan.join(port, Fan.visitors(RELEASE))), most);
        Crowd.require(slice, 201, slice.answers());
        return slice;
    }

    /** The same bytes but for the address they go to. */
    private Slice empty(LoadClient client, int port, Duration most) throws IOException {
        var crowd = fans.joining((int) (MOST_PER_SECOND * 3 * most.toMillis() / 1000));
        var slice = client.run(new Crowd(crowd, CONNECTIONS, fan -> fan.join(port, EMPTY)), most);
        Crowd.require(slice, 204, slice.answers());
        return slice;
    }
}
