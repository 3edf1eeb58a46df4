package rehearsal.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import rehearsal.load.FanKeys;

/**
 * A simulated on-sale: four of five who come are bots. Everybody joins within moments, and the first places get the
 * seats; told is which share of them each kind got, with the defense off, in shadow, and with every rule enforced. What
 * the shop refuses later (a shared admission, holds that nobody pays) is not in it.
 */
final class OnSaleBench implements Benchmark {

    private static final int PEOPLE = 1_000;
    private static final int SEATS = PEOPLE / 5;
    private static final int AT_ONCE = 64;
    private static final Map<String, String> WAYS = new TreeMap<>(Map.of("1 off", "OFF", "2 in shadow", "SHADOW",
            "3 as it comes", "NORMAL", "4 all rules enforced", "NORMAL"));
    private static final List<OnSaleKind> BOTS = List.of(OnSaleKind.FLOOD, OnSaleKind.FARM, OnSaleKind.SHARING,
            OnSaleKind.SPINNING, OnSaleKind.PATIENT);

    private final Random random = new Random(1);

    @Override
    public String name() {
        return "on-sale";
    }

    @Override
    public String about() {
        return "the bots' share of the seats with the defense off, in shadow and on";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        var result = new Result(name());
        try (var stage = workshop.stage(1)) {
            for (var way : WAYS.entrySet()) {
                var release = "on-sale-" + way.getKey().charAt(0);
                stage.organizer().plan(stage.port(), release, Map.of("maxActive", 1));
                stage.organizer().stand(stage.port(), way.getValue());
                if (way.getKey().startsWith("4")) {
                    stage.organizer().enforceAll(stage.port());
                }
                var seats = seats(stage, release, workshop.scaled(PEOPLE), workshop.scaled(SEATS));
                workshop.say(way.getKey() + " " + seats);
                var all = Math.max(1, seats.values().stream().mapToInt(Integer::intValue).sum());
                var bots = all - seats.getOrDefault(OnSaleKind.FANS.name(), 0);
                result.figure(way.getKey() + ": bots' share of the seats", (double) bots / all);
                seats.forEach((kind, got) -> result.figure(way.getKey() + ": " + kind, (double) got / all));
            }
        }
        return result;
    }

    /** How many of the seats went to each kind. */
    private Map<String, Integer> seats(Stage stage, String release, int people, int seats) throws IOException {
        var visitors = visitors(people);
        var taken = Collections.synchronizedMap(new TreeMap<Long, String>());
        try (var threads = Executors.newFixedThreadPool(AT_ONCE);
                var client = new OnSaleClient(stage.port(), release)) {
            var coming = visitors.stream().map(visitor -> threads.submit(() -> {
                client.join(visitor).ifPresent(place -> taken.put(place, visitor.kind().name()));
                return null;
            })).toList();
            for (var one : coming) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("an on-sale broke off", e.getCause());
        }
        var got = new HashMap<String, Integer>();
        taken.values().stream().limit(seats).forEach(kind -> got.merge(kind, 1, Integer::sum));
        return new TreeMap<>(got);
    }

    private List<OnSaleVisitor> visitors(int people) {
        var keys = new FanKeys();
        var visitors = new ArrayList<OnSaleVisitor>();
        add(visitors, OnSaleKind.FANS, people / 5, keys);
        for (var kind : BOTS) {
            add(visitors, kind, people * 4 / 5 / BOTS.size(), keys);
        }
        Collections.shuffle(visitors, random);
        return visitors;
    }

    private static void add(List<OnSaleVisitor> visitors, OnSaleKind kind, int many, FanKeys keys) {
        var key = "";
        for (var i = 0; i < many; i++) {
            key = i % kind.keyPer() == 0 ? keys.next() : key;
            var host = i / kind.addressPer();
            visitors.add(new OnSaleVisitor(kind, key, kind.network() + host / 250 + "." + (1 + host % 250)));
        }
    }

    /** @param key of its device, as a JWK */
    record OnSaleVisitor(OnSaleKind kind, String key, String address) {}
}
