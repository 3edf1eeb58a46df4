package rehearsal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.HdrHistogram.Histogram;
import rehearsal.load.Crowd;
import rehearsal.load.Http;
import rehearsal.load.Streams;

/** Ten thousand open streams on one instance: how soon a change reaches each, and what one weighs in the heap. */
final class StreamBench implements Benchmark {

    private static final int STREAMS = 10_000;
    private static final int CHANGES = 5;
    private static final String RELEASE = "streams";
    private static final Duration MOST = Duration.ofSeconds(15);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public String about() {
        return "10,000 event streams on one instance: delay of a change, heap of a stream";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.stage(1, "-Xmx640m")) {
            var port = stage.port();
            var wanted = workshop.scaled(STREAMS);
            stage.organizer().plan(port, RELEASE, Map.of("message", "begin"));
            var request = Http.get(port, "/api/waiting-room/releases/" + RELEASE + "/stream",
                    Map.of("Accept", "text/event-stream"));
            try (var first = Streams.open(port, request, 200, "begin")) {
                tell(stage, first, "warm");
            }
            Crowd.pause(Duration.ofSeconds(2));
            var before = heap(stage.pid(0));
            try (var streams = Streams.open(port, request, wanted, "warm")) {
                var kilobytes = (heap(stage.pid(0)) - before) / (double) streams.count();
                workshop.say("%d streams open, %.1f kB of heap each".formatted(streams.count(), kilobytes));
                return measure(workshop, stage, streams).figure("streams", streams.count())
                        .figure("heap kB per stream", kilobytes).atMost("heap kB per stream", kilobytes, 20);
            }
        }
    }

    private Result measure(Workshop workshop, Stage stage, Streams streams) throws IOException {
        var result = new Result(name()).axes("percentile", "ms from the organizer's request to the stream");
        var worst = 0.0;
        var told = (long) streams.count();
        for (var change = 1; change <= CHANGES; change++) {
            var delays = tell(stage, streams, "change-" + change);
            told = Math.min(told, delays.getTotalCount());
            worst = Math.max(worst, delays.getValueAtPercentile(99) / 1e6);
            workshop.say("change %d reached %d: p50 %.0f ms, p99 %.0f ms".formatted(change, delays.getTotalCount(),
                    delays.getValueAtPercentile(50) / 1e6, delays.getValueAtPercentile(99) / 1e6));
            var points = new ArrayList<double[]>();
            for (var percentile = 1; percentile <= 100; percentile++) {
                points.add(new double[]{ percentile, delays.getValueAtPercentile(percentile) / 1e6 });
            }
            result.line("change " + change, points);
            Crowd.pause(Duration.ofSeconds(1));
        }
        return result.figure("p99 ms of the worst change", worst).atMost("p99 ms of the worst change", worst, 1_000)
                .figure("streams told of every change", told).atLeast("streams told", told, streams.count());
    }

    private static Histogram tell(Stage stage, Streams streams, String message) throws IOException {
        var since = System.nanoTime();
        stage.organizer().announce(stage.port(), RELEASE, message);
        return streams.await(message, since, MOST);
    }

    /** Kilobytes in use after a full collection. */
    private static long heap(long pid) throws IOException {
        jcmd(pid, "GC.run");
        return jcmd(pid, "GC.heap_info").lines()
                .filter(line -> !line.contains("etaspace") && !line.contains("class space"))
                .map(USED::matcher).filter(Matcher::find).mapToLong(found -> Long.parseLong(found.group(1))).sum();
    }

    private static String jcmd(long pid, String command) throws IOException {
        var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(program, String.valueOf(pid), command).redirectErrorStream(true).start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            return String.join("\n", reader.lines().toList());
        }
    }
}
