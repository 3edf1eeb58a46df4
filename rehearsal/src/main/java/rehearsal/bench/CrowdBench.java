package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import rehearsal.load.Crowd;
import rehearsal.load.Fan;
import rehearsal.load.JoinScript;
import rehearsal.load.LoadClient;
import rehearsal.load.RedisLine;
import rehearsal.load.Slice;

/** Joins behind a million who wait beside joins behind a thousand, on one instance; and what a waiting fan weighs. */
final class CrowdBench implements Benchmark {

    private static final int CONNECTIONS = 64;
    private static final int MOST_PER_SECOND = 12_000;
    private static final int MANY = 1_000_000;
    private static final int FEW = 1_000;
    private static final int WARM_UP = 20_000;
    private static final int WEIGHED = 50_000;

    private final Fans fans = new Fans();

    @Override
    public String name() {
        return "crowd";
    }

    @Override
    public String about() {
        return "joins behind 1,000,000 who wait beside joins behind 1,000, and the store's bytes per waiting fan";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.stage(1); var client = stage.client(CONNECTIONS); var redis = stage.redis()) {
            var port = stage.port();
            for (var release : new String[]{ "many", "few" }) {
                stage.organizer().plan(port, release, Map.of("maxActive", 1));
            }
            var result = new Result(name());
            weigh(workshop, stage, result);
            var script = new JoinScript(workshop.home(), redis);
            var before = redis.usedMemory();
            script.fill("many", 0, workshop.scaled(MANY));
            result.figure("bytes per waiting fan, filled by the script",
                    (redis.usedMemory() - before) / (double) workshop.scaled(MANY));
            script.fill("few", 0, FEW);
            awaitTree(redis, "many", workshop.scaled(MANY));
            joins(client, port, "many", Duration.ofSeconds(2), workshop.scaled(WARM_UP));
            var most = (int) (MOST_PER_SECOND * workshop.slice().toMillis() / 1000);
            var turns = Turns.of(workshop, () -> joins(client, port, "many", workshop.slice(), most),
                    () -> joins(client, port, "few", workshop.slice(), most));
            return turns.tell(result, "behind many", "behind few").figure("ratio", turns.ratio())
                    .atLeast("behind 1,000,000 / behind 1,000", turns.ratio(), 0.9);
        }
    }

    /** Fans who joined over HTTP, so that everything counts which the service keeps of them, its limits included. */
    private void weigh(Workshop workshop, Stage stage, Result result) throws IOException {
        var port = stage.port();
        try (var client = stage.client(CONNECTIONS); var redis = stage.redis()) {
            stage.organizer().plan(port, "weighed", Map.of("maxActive", 1));
            var many = workshop.scaled(WEIGHED);
            var before = redis.usedMemory();
            Crowd.join(client, CONNECTIONS, port, "weighed",
                    fans.welcomed(client, CONNECTIONS, port, "weighed", many));
            awaitTree(redis, "weighed", many);
            var bytes = (redis.usedMemory() - before) / (double) many;
            result.figure("bytes per waiting fan, joined over HTTP", bytes).atMost("bytes per waiting fan", bytes, 200);
            for (var key : new String[]{ "places", "log", "samples" }) {
                result.figure("bytes per fan of " + key, Double.parseDouble(redis.text("MEMORY", "USAGE",
                        "waiting-room:{weighed}:" + key, "SAMPLES", "0")) / many);
            }
        }
    }

    /** The fairness log is hashed behind the joins; what is compared must not have to share with it. */
    static void awaitTree(RedisLine redis, String release, long least) throws IOException {
        var deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline) {
            var size = redis.text("HGET", "waiting-room:{" + release + "}:tree", "size");
            if (!size.equals("null") && Long.parseLong(size) >= least) {
                return;
            }
            Crowd.pause(Duration.ofMillis(200));
        }
        throw new IOException("the fairness log does not get hashed");
    }

    private Slice joins(LoadClient client, int port, String release, Duration most, int many) throws IOException {
        var crowd = fans.welcomed(client, CONNECTIONS, port, release, many);
        var slice = client.run(new Crowd(crowd, CONNECTIONS, fan -> fan.join(port, Fan.visitors(release))), most);
        Crowd.require(slice, 201, slice.answers());
        return slice;
    }
}
