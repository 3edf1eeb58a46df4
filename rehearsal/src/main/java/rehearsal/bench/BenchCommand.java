package rehearsal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rehearsal bench}: measures what the waiting room and the core can do, each figure beside its reference in the same run. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = {
        "Measures what the waiting room and the ticketing core can do, on a stack of its own on loopback.",
        "Ends with 0 if every goal was reached, 1 if not." })
public final class BenchCommand implements Callable<Integer> {

    private static final List<Benchmark> ALL = List.of(new SigningBench(), new StatusBench(), new JoinBench(),
            new CrowdBench(), new StreamBench(), new DrawBench(), RateBench.exact(), RateBench.withNoShows(),
            new HoldBench(), new InventoryBench(), new OrderBench(), new AvailabilityBench(), new RaceBench(),
            new MapBench(), new SearchBench(),
            new DefenseBench(), new OnSaleBench());

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which to run; all when none is named.")
    List<String> names = List.of();

    @Option(names = "--list", description = "Tells which there are, and runs none.")
    boolean list;

    @Option(names = "--home", description = "Where the project was built (default: ${DEFAULT-VALUE}).")
    Path home = Path.of(".");

    @Option(names = "--out", description = "Where results go (default: ${DEFAULT-VALUE}).")
    Path out = Path.of("target/bench");

    @Option(names = "--rounds", description = "How often what is compared takes turns (default: ${DEFAULT-VALUE}).")
    int rounds = 7;

    @Option(names = "--seconds", description = "How long each turn is (default: ${DEFAULT-VALUE}).")
    double seconds = 2;

    @Option(names = "--scale", description = "Part of the crowds' sizes; 1 for the figures (default: ${DEFAULT-VALUE}).")
    double scale = 1;

    @Override
    public Integer call() throws IOException {
        if (list) {
            ALL.forEach(benchmark -> System.out.printf("%-13s %s%n", benchmark.name(), benchmark.about()));
            return 0;
        }
        var workshop = new Workshop(home.toAbsolutePath().normalize(), out.toAbsolutePath().normalize(), rounds,
                Duration.ofMillis((long) (seconds * 1000)), scale);
        var files = new ResultFiles(workshop.out());
        var missed = new ArrayList<Result.Goal>();
        for (var benchmark : chosen()) {
            System.err.println(benchmark.name() + ": " + benchmark.about());
            var result = benchmark.run(workshop);
            files.write(result, Machine.describe());
            print(result);
            result.goals().stream().filter(goal -> !goal.reached()).forEach(missed::add);
        }
        return missed.isEmpty() ? 0 : 1;
    }

    private List<Benchmark> chosen() {
        names.stream().filter(name -> ALL.stream().noneMatch(known -> known.name().equals(name))).findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "there is no benchmark " + name + "; --list tells which there are");
                });
        return ALL.stream().filter(benchmark -> names.isEmpty() || names.contains(benchmark.name())).toList();
    }

    private static void print(Result result) {
        System.out.println(result.name());
        result.figures().forEach((figure, value) -> System.out.printf("    %-46s %s%n", figure, value));
        result.goals().forEach(goal -> System.out.printf("    %-11s %s: %s, %s%n",
                goal.reached() ? "reached" : "NOT REACHED", goal.figure(), goal.measured(), goal.bound()));
    }
}
