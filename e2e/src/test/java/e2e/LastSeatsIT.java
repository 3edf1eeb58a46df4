package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import e2e.Organizer.Sale;
import org.junit.jupiter.api.Test;

/** T1 through the whole way: many fans, few seats, two instances of each service. */
class LastSeatsIT {

    private static final int FANS = 200;
    private static final int SEATS = 20;

    private final Stack stack = Stack.shared();

    @Test
    void twoHundredFansForTwentySeatsEndWithTwentySoldAndTheRestRefusedClearly() throws Exception {
        var organizer = Organizer.of(stack);
        var sale = organizer.publish(SEATS, true);
        var release = organizer.release(sale, 12_000, 1_000);
        var seed = Long.getLong("seed", 42);

        var ends = allAtOnce(IntStream.range(0, FANS)
                .mapToObj(fan -> (Callable<End>) () -> buyOne(organizer, sale, release, new Random(seed + fan)))
                .toList());

        var sold = ends.stream().filter(End.Bought.class::isInstance).map(end -> ((End.Bought) end).seat()).toList();
        assertThat(sold).as("seats sold, with -Dseed=" + seed).hasSize(SEATS).doesNotHaveDuplicates();
        assertThat(ends.stream().filter(End.Refused.class::isInstance).toList()).hasSize(FANS - SEATS)
                .allSatisfy(end -> assertThat(((End.Refused) end).code()).isIn("seats-taken", "sold-out"));
        assertThat(seats(organizer, sale.event(), "SOLD")).hasSize(SEATS);
    }

    /** Asks for one of the seats that look free, again and again as people do, until one is theirs or none is left. */
    private End buyOne(Organizer organizer, Sale sale, String release, Random random) {
        var fan = new Fan(stack);
        fan.passTheQueue(release);
        while (true) {
            var free = seats(organizer, sale.event(), "FREE");
            var seat = free.isEmpty() ? "S-1" : free.get(random.nextInt(free.size()));
            var hold = Fan.patiently(() -> fan.hold(sale.event(), List.of(seat)));
            if (hold.statusCode() == 201) {
                fan.order(hold.path("id")).then().statusCode(201);
                return new End.Bought(seat);
            }
            assertThat(hold.statusCode()).as(hold.asString()).isEqualTo(409);
            if (free.isEmpty()) {
                return new End.Refused(hold.path("code"));
            }
        }
    }

    private static List<String> seats(Organizer organizer, String event, String state) {
        var path = "/api/ticketing/events/" + event + "/seats?limit=200&state=" + state;
        var answer = Fan.patiently(() -> organizer.staff().get(path));
        answer.then().statusCode(200);
        return answer.jsonPath().getList("items.id");
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> calls) throws Exception {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.stream().map(call -> threads.submit(() -> {
                gate.await();
                return call.call();
            })).toList();
            gate.countDown();
            var results = new ArrayList<T>();
            for (Future<T> result : running) {
                results.add(result.get());
            }
            return results;
        }
    }

    /** How one fan's evening ended. */
    private sealed interface End {
        record Bought(String seat) implements End {}

        record Refused(String code) implements End {}
    }
}
