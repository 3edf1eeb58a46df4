package ticketing.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import standalone.testing.StoresTestResource;
import ticketing.database.UnlockedDatabase;
import ticketing.testing.Race;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** Each way to ask for seats, in a race with its locks and, as a check of the race itself, without them (T1). */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class HoldRaceIT {

    private static final int FANS = 24;
    private static final int PLACES = 20;
    private static final int MOST_ROUNDS = 50;

    @Inject
    HoldSeats holdSeats;

    @Inject
    TestSale sale;

    enum Way {

        CHOSEN(random -> {
            var first = 1 + random.nextInt(PLACES - 1);
            return new SeatWish.Chosen(TestSale.seatNames(first, first + 1));
        }), BEST(random -> new SeatWish.Best("standard", 2, true, false)), STANDING(
                random -> new SeatWish.Standing("floor", 2));

        private final Function<Random, SeatWish> wish;

        Way(Function<Random, SeatWish> wish) {
            this.wish = wish;
        }

        private String event(TestSale sale) {
            return this == STANDING ? sale.standing(PLACES) : sale.event(PLACES, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noPlaceGoesToTwo(Way way) throws Exception {
        var event = way.event(sale);

        var held = heldInARace(way, event);

        assertThat(held).isNotEmpty().doesNotHaveDuplicates();
        assertThat(sale.seats(event, "HELD")).containsExactlyInAnyOrderElementsOf(held);
    }

    /** The negative control: the same race, and the locks taken out. */
    @ParameterizedTest
    @EnumSource
    void withoutLocksSomePlaceGoesToTwo(Way way) throws Exception {
        boolean doubled = UnlockedDatabase.withoutLocks(() -> {
            for (var round = 0; round < MOST_ROUNDS; round++) {
                var held = heldInARace(way, way.event(sale));
                if (held.stream().distinct().count() < held.size()) {
                    return true;
                }
            }
            return false;
        });

        assertThat(doubled).isTrue();
    }

    /** Whoever would be left without a place waits for those who are deciding before being told so. */
    @Test
    void anAreaIsSoldToItsLastPlace() throws Exception {
        var event = sale.standing(PLACES);

        var held = heldInARace(Way.STANDING, event);

        assertThat(held).hasSize(PLACES);
        assertThat(holdSeats.hold(event, new SeatWish.Standing("Floor", 1), sale.shopper(event)))
                .isInstanceOf(HoldOutcome.SoldOut.class);
    }

    private List<String> heldInARace(Way way, String event) throws Exception {
        var random = new Random(1);
        var outcomes = Race.allAtOnce(IntStream.range(0, FANS).<Callable<HoldOutcome>>mapToObj(fan -> {
            var shopper = sale.shopper(event);
            var wish = way.wish.apply(random);
            return () -> holdSeats.hold(event, wish, shopper);
        }).toList());
        return outcomes.stream().filter(HoldOutcome.Held.class::isInstance).map(HoldOutcome.Held.class::cast)
                .flatMap(outcome -> outcome.hold().claim().seats().stream()).map(HeldSeat::id).toList();
    }
}
