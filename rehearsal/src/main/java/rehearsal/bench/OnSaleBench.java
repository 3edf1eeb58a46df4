package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * A simulated on-sale: four of five who come are bots. The first places get the seats; told is which share of them each
 * kind got, and how many fans got no place at all, by how the defense stands and whether the doors open by lot. What the
 * shop refuses later (a shared admission, holds that nobody pays, one buyer under many names) is not in it.
 */
final class OnSaleBench implements Benchmark {

    private static final int PEOPLE = 5_000;
    private static final int SEATS = PEOPLE / 5;
    private static final Duration LEAD = Duration.ofSeconds(4);

    private final Random random = new Random(1);

    @Override
    public String name() {
        return "on-sale";
    }

    @Override
    public String about() {
        return "the bots' share of 1,000 seats with the defense off, in shadow and on, by order of coming and by lot";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        var result = new Result(name());
        try (var stage = workshop.stage(1)) {
            stage.organizer().shrinkPuzzles(stage.port());
            var number = 0;
            for (var way : OnSaleWay.ALL) {
                tell(result, workshop, way, onSale(stage, way, "on-sale-" + ++number, workshop.scaled(PEOPLE)));
            }
        }
        return result;
    }

    private static void tell(Result result, Workshop workshop, OnSaleWay way, List<Came> came) {
        var seats = new TreeMap<Long, String>();
        came.stream().filter(one -> one.place() > 0).forEach(one -> seats.put(one.place(), one.kind().name()));
        var got = new HashMap<String, Integer>();
        seats.values().stream().limit(workshop.scaled(SEATS)).forEach(kind -> got.merge(kind, 1, Integer::sum));
        var all = (double) Math.max(1, got.values().stream().mapToInt(Integer::intValue).sum());
        var fans = came.stream().filter(one -> one.kind().equals(OnSaleKind.FANS)).toList();
        result.figure(way.name() + ": bots' share of the seats",
                1 - got.getOrDefault(OnSaleKind.FANS.name(), 0) / all);
        new TreeMap<>(got).forEach((kind, seatsOf) -> result.figure(way.name() + ": " + kind, seatsOf / all));
        result.figure(way.name() + ": part of the fans without a place",
                fans.stream().filter(fan -> fan.place() <= 0).count() / (double) fans.size());
        workshop.say(way.name() + " " + new TreeMap<>(got));
    }

    /** A visitor's place; 0 for none. */
    private record Came(OnSaleKind kind, long place) {}

    private List<Came> onSale(Stage stage, OnSaleWay way, String release, int people) throws IOException {
        stage.organizer().stand(stage.port(), way.stance());
        if (way.all()) {
            stage.organizer().enforceAll(stage.port());
        }
        stage.organizer().plan(stage.port(), release, way.isDrawn()
                ? Map.of("maxActive", 1, "policy", "DRAW", "lobbyOpensAt", Instant.now().minusSeconds(5).toString(),
                        "opensAt", Instant.now().plusSeconds(3_600).toString())
                : Map.of("maxActive", 1));
        try (var client = new OnSaleClient(stage.port(), release)) {
            var stays = allAtOnce(OnSaleVisitor.crowd(people, random).stream()
                    .map(visitor -> (Callable<OnSaleStay>) () -> client.join(visitor)).toList());
            if (way.isDrawn()) {
                var opensAt = Instant.now().plus(LEAD);
                stage.organizer().change(stage.port(), release, Map.of("opensAt", opensAt.toString()));
                OnSaleClient.pause(Duration.between(Instant.now(), opensAt).plusSeconds(1));
                stays = allAtOnce(stays.stream().map(stay -> (Callable<OnSaleStay>) () -> client.lookUp(stay))
                        .toList());
            }
            return stays.stream().map(stay -> new Came(stay.visitor().kind(), stay.place())).toList();
        }
    }

    private static List<OnSaleStay> allAtOnce(List<Callable<OnSaleStay>> calls) throws IOException {
        var stays = new ArrayList<OnSaleStay>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var running : calls.stream().map(threads::submit).toList()) {
                stays.add(running.get());
            }
            return stays;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("an on-sale broke off", e.getCause());
        }
    }
}
