package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import rehearsal.load.Crowd;
import rehearsal.load.Fan;
import rehearsal.load.LoadClient;
import rehearsal.load.Slice;

/** Joins with the bot defense as it comes, beside the same joins with its scoring switched off. */
final class DefenseBench implements Benchmark {

    private static final int CONNECTIONS = 64;
    private static final int MOST_PER_SECOND = 12_000;
    private static final int WARM_UP = 30_000;
    private static final String RELEASE = "defended";

    private final Fans fans = new Fans();

    @Override
    public String name() {
        return "defense";
    }

    @Override
    public String about() {
        return "joins with the bot defense on beside the same with its scoring off";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.stage(1); var client = stage.client(CONNECTIONS)) {
            stage.organizer().plan(stage.port(), RELEASE, Map.of("maxActive", 1));
            workshop.say("warming up");
            Crowd.join(client, CONNECTIONS, stage.port(), RELEASE,
                    fans.welcomed(client, CONNECTIONS, stage.port(), RELEASE, workshop.scaled(WARM_UP)));
            var turns = Turns.of(workshop, () -> joins(stage, client, "NORMAL", workshop.slice()),
                    () -> joins(stage, client, "OFF", workshop.slice()));
            return turns.tell(new Result(name()), "on", "off").figure("ratio", turns.ratio())
                    .atLeast("joins with the defense on / off", turns.ratio(), 0.85);
        }
    }

    private Slice joins(Stage stage, LoadClient client, String stance, Duration most) throws IOException {
        stage.organizer().stand(stage.port(), stance);
        var crowd = fans.welcomed(client, CONNECTIONS, stage.port(), RELEASE,
                (int) (MOST_PER_SECOND * most.toMillis() / 1000));
        var slice = client.run(new Crowd(crowd, CONNECTIONS, fan -> fan.join(stage.port(), Fan.visitors(RELEASE))),
                most);
        Crowd.require(slice, 201, slice.answers());
        return slice;
    }
}
