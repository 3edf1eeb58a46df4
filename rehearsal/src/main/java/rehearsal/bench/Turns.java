package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;
import rehearsal.load.Slice;

/**
 * Two things measured in turn, A B A B, with the same client: what else the machine does hits both. The ratio is the
 * median of those of the rounds.
 */
final class Turns {

    private final List<Double> measured = new ArrayList<>();
    private final List<Double> reference = new ArrayList<>();
    private final List<Double> measuredCosts = new ArrayList<>();
    private final List<Double> referenceCosts = new ArrayList<>();
    private final Histogram measuredLatencies = new Histogram(Duration.ofMinutes(2).toNanos(), 3);
    private final Histogram referenceLatencies = new Histogram(Duration.ofMinutes(2).toNanos(), 3);

    /** One stretch of load. */
    @FunctionalInterface
    interface Load {
        Slice run() throws IOException;
    }

    static Turns of(Workshop workshop, Load measured, Load reference) throws IOException {
        var turns = new Turns();
        for (var round = 1; round <= workshop.rounds(); round++) {
            var a = measured.run();
            var b = reference.run();
            turns.measured.add(a.perSecond());
            turns.reference.add(b.perSecond());
            turns.measuredCosts.add(a.microsEach());
            turns.referenceCosts.add(b.microsEach());
            turns.measuredLatencies.add(a.latencies());
            turns.referenceLatencies.add(b.latencies());
            workshop.say("round %d of %d: %.0f/s beside %.0f/s = %.2f, processor %.0f beside %.0f µs each".formatted(
                    round, workshop.rounds(), a.perSecond(), b.perSecond(), a.perSecond() / b.perSecond(),
                    a.microsEach(), b.microsEach()));
        }
        return turns;
    }

    double ratio() {
        return median(IntStream.range(0, measured.size()).mapToObj(round -> measured.get(round) / reference.get(round))
                .toList());
    }

    Result tell(Result result, String what, String beside) {
        return result.figure(what + " per second", median(measured))
                .figure(beside + " per second", median(reference))
                .figure(what + " processor µs each", median(measuredCosts))
                .figure(beside + " processor µs each", median(referenceCosts))
                .figure(what + " p50 ms", measuredLatencies.getValueAtPercentile(50) / 1e6)
                .figure(what + " p99 ms", measuredLatencies.getValueAtPercentile(99) / 1e6)
                .figure(beside + " p50 ms", referenceLatencies.getValueAtPercentile(50) / 1e6)
                .figure(beside + " p99 ms", referenceLatencies.getValueAtPercentile(99) / 1e6)
                .rounds(what, measured).rounds(beside, reference);
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
