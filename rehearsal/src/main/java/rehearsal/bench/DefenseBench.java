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
    /** So many however long it takes: a crowd for the fastest second would keep a slow machine busy for minutes. */
    private static final int JOINS_OF_A_TURN = 6_000;
    private static final int WARM_UP_TURNS = 6;
    private static final Duration LONGEST = Duration.ofMinutes(5);
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
            // Both ways, and as the rounds go: what compiles late would else count against whoever comes first.
            for (var turn = 0; turn < WARM_UP_TURNS; turn++) {
                joins(stage, client, turn % 2 == 0 ? "NORMAL" : "OFF", workshop);
            }
            var turns = Turns.of(workshop, () -> joins(stage, client, "NORMAL", workshop),
                    () -> joins(stage, client, "OFF", workshop));
            return turns.tell(new Result(name()), "on", "off").figure("ratio", turns.ratio())
                    .atLeast("joins with the defense on / off", turns.ratio(), 0.85);
        }
    }

    private Slice joins(Stage stage, LoadClient client, String stance, Workshop workshop) throws IOException {
        stage.organizer().stand(stage.port(), stance);
        var crowd = fans.welcomed(client, CONNECTIONS, stage.port(), RELEASE, workshop.scaled(JOINS_OF_A_TURN));
        var slice = client.run(new Crowd(crowd, CONNECTIONS, fan -> fan.join(stage.port(), Fan.visitors(RELEASE))),
                LONGEST);
        Crowd.require(slice, 201, crowd.size());
        return slice;
    }
}
