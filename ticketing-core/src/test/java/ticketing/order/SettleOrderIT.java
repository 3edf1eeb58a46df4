package ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import standalone.testing.StoresTestResource;
import ticketing.admission.AuthorizeShopper;
import ticketing.admission.SessionAccess;
import ticketing.admission.Shopper;
import ticketing.hold.TestHolds;
import ticketing.payment.NoticeReceiver;
import ticketing.payment.PaymentProvider.Charge;
import ticketing.payment.PaymentProviders;
import ticketing.testing.Race;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** T3: a paid order yields its tickets or a refund, never neither, never both, whatever is said when and how often. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class SettleOrderIT {

    @Inject
    TestSale sale;

    @Inject
    TestHolds holds;

    @Inject
    AuthorizeShopper authorize;

    @Inject
    StartOrder startOrder;

    @Inject
    SettleOrder settleOrder;

    @Inject
    NoticeReceiver notices;

    @Inject
    PaymentProviders providers;

    @Inject
    FollowUpPaymentsJob followUp;

    static LongStream seeds() {
        return Race.seeds(20);
    }

    @Test
    void aNoticeThatComesTwiceCountsOnce() throws Exception {
        var event = sale.event(4, false);
        var order = start(event, sale.shopper(event), "S-1", "S-2");

        Race.allAtOnce(IntStream.range(0, 12).<Callable<Object>>mapToObj(copy -> () -> {
            notices.receive(paid(order, copy < 6 ? "same-" + order.code() : UUID.randomUUID().toString()));
            return copy;
        }).toList());

        assertThat(sale.ticketed(event)).containsExactlyInAnyOrder("S-1", "S-2");
        assertThat(stateOf(order)).isEqualTo("PAID");
    }

    @Test
    void aDeclineAfterThePaymentChangesNothing() {
        var event = sale.event(4, false);
        var order = start(event, sale.shopper(event), "S-1");

        settleOrder.settle(order.paymentId(), true);
        settleOrder.settle(order.paymentId(), false);

        assertThat(stateOf(order)).isEqualTo("PAID");
        assertThat(sale.ticketed(event)).containsExactly("S-1");
    }

    /** The notice says declined, the answer that was on its way says paid: the money goes back. */
    @Test
    void aPaymentAfterTheDeclineIsRefunded() {
        var event = sale.event(4, false);
        var shopper = sale.shopper(event);
        var order = start(event, shopper, "S-1");

        settleOrder.settle(order.paymentId(), false);
        settleOrder.settle(order.paymentId(), true);

        assertThat(stateOf(order)).isEqualTo("REFUNDED");
        assertThat(paymentOf(order)).isIn("REFUND_DUE", "REFUNDED");
        assertThat(sale.ticketed(event)).isEmpty();
        assertThat(sale.seats(event, "HELD")).containsExactly("S-1");
    }

    @Test
    void aDeclineLeavesTheHoldAndTheLimitsAsTheyWere() {
        var event = sale.event(4, false);
        var shopper = sale.shopper(event, 1, 2);
        var hold = holds.place(event, shopper, "S-1", "S-2");
        var first = start(event, shopper, hold, "fan@example.org");

        settleOrder.settle(first.paymentId(), false);
        var second = start(event, shopper, hold, "fan@example.org");
        settleOrder.settle(second.paymentId(), true);

        assertThat(stateOf(first)).isEqualTo("DECLINED");
        assertThat(stateOf(second)).isEqualTo("PAID");
        assertThat(sale.ticketed(event)).containsExactlyInAnyOrder("S-1", "S-2");
        assertThat(sale.count("buyer_share WHERE event_id = ? AND seats = 2", event)).isEqualTo(1);
    }

    @Test
    void aLatePaymentGetsTheSeatsThatNobodyTook() {
        var event = sale.event(4, false);
        var order = start(event, sale.shopper(event), "S-1", "S-2");
        sale.expireHolds(event);

        settleOrder.settle(order.paymentId(), true);

        assertThat(stateOf(order)).isEqualTo("PAID");
        assertThat(sale.seats(event, "SOLD")).containsExactly("S-1", "S-2");
    }

    @Test
    void aLatePaymentForSeatsThatAreGoneIsRefundedAndFreesTheOthers() {
        var event = sale.event(4, false);
        var order = start(event, sale.shopper(event), "S-1", "S-2");
        sale.expireHolds(event);
        holds.place(event, sale.shopper(event), "S-2");

        settleOrder.settle(order.paymentId(), true);

        assertThat(stateOf(order)).isEqualTo("REFUNDED");
        assertThat(sale.ticketed(event)).isEmpty();
        assertThat(sale.seats(event, "FREE")).containsExactly("S-1", "S-3", "S-4");
        assertThat(sale.seats(event, "HELD")).containsExactly("S-2");
    }

    @Test
    void aPaymentForACancelledEventIsRefunded() {
        var event = sale.event(4, false);
        var order = start(event, sale.shopper(event), "S-1");
        sale.set(event, "state", "CANCELLED");

        settleOrder.settle(order.paymentId(), true);

        assertThat(stateOf(order)).isEqualTo("REFUNDED");
    }

    /** The core dies between the charge and the second transaction; the follow-up asks the provider. */
    @Test
    void aChargeWhoseAnswerWasLostIsSettledByAsking() {
        var event = sale.event(4, false);
        var order = start(event, sale.shopper(event), "S-1");
        providers.find("demo").orElseThrow().charge(new Charge(order.paymentId(), "ok", order.amount(), "EUR",
                order.createdAt()));

        askNow(order);

        assertThat(stateOf(order)).isEqualTo("PAID");
        assertThat(sale.ticketed(event)).containsExactly("S-1");
    }

    /** The core dies before the charge: nothing was paid, and the hold is the fan's again. */
    @Test
    void aChargeThatNeverArrivedIsNoOrder() {
        var event = sale.event(4, false);
        var shopper = sale.shopper(event);
        var hold = holds.place(event, shopper, "S-1");
        var order = start(event, shopper, hold, "fan@example.org");

        askNow(order);

        assertThat(stateOf(order)).isEqualTo("DECLINED");
        assertThat(start(event, shopper, hold, "fan@example.org").code()).isNotEqualTo(order.code());
    }

    /** The seats run out, another fan wants them, the payment and its notice arrive: all at once (T1, T2, T3). */
    @ParameterizedTest
    @MethodSource("seeds")
    void expiryPaymentAndAnotherFanRacing(long seed) throws Exception {
        var event = sale.event(2, false);
        var order = start(event, sale.shopper(event), "S-1", "S-2");
        sale.expireHolds(event);
        var others = List.of(sale.shopper(event), sale.shopper(event));
        var calls = new ArrayList<Callable<Object>>(List.of(
                () -> settleOrder.settle(order.paymentId(), true),
                () -> settleOrder.settle(order.paymentId(), true),
                () -> holds.tryPlace(event, others.get(0), "S-1"),
                () -> holds.tryPlace(event, others.get(1), "S-2"),
                () -> holds.sweep()));
        Collections.shuffle(calls, new Random(seed));

        Race.allAtOnce(calls);

        if (stateOf(order).equals("PAID")) {
            assertThat(sale.ticketed(event)).containsExactlyInAnyOrder("S-1", "S-2");
            assertThat(sale.seats(event, "SOLD")).containsExactly("S-1", "S-2");
        } else {
            assertThat(stateOf(order)).isEqualTo("REFUNDED");
            assertThat(sale.ticketed(event)).isEmpty();
            assertThat(sale.seats(event, "HELD")).isNotEmpty();
        }
    }

    /** T5 across sessions: one buyer, many tabs, and never more seats than the event allows. */
    @Test
    void aBuyersLimitHoldsAcrossSessions() throws Exception {
        var event = sale.event(40, false);
        sale.set(event, "max_seats_per_buyer", 6);
        var calls = IntStream.range(0, 10).<Callable<StartOutcome>>mapToObj(tab -> {
            var shopper = sale.shopper(event);
            var hold = holds.place(event, shopper, "S-" + (2 * tab + 1), "S-" + (2 * tab + 2));
            return () -> startOrder.start(request(hold, tab % 2 == 0 ? "Fan@Example.org" : "fan@example.org"),
                    sessionOf(shopper));
        }).toList();

        var outcomes = Race.allAtOnce(calls);

        assertThat(outcomes.stream().filter(StartOutcome.Started.class::isInstance)).hasSize(3);
        assertThat(outcomes.stream().filter(outcome -> outcome instanceof StartOutcome.Refused refused
                && refused.outcome() instanceof OrderOutcome.OverLimit)).hasSize(7);
    }

    /** A session is done, and its slot free, when its last allowed order is paid, and not before. */
    @Test
    void theLastAllowedOrderEndsTheSession() {
        var event = sale.event(4, false);
        var shopper = sale.shopper(event, 2, 4);
        settleOrder.settle(start(event, shopper, "S-1").paymentId(), true);
        assertThat(sale.count("shopping_session WHERE event_id = ? AND end_reason = 'DONE'", event)).isZero();

        settleOrder.settle(start(event, shopper, "S-2").paymentId(), true);

        assertThat(sale.count("shopping_session WHERE event_id = ? AND end_reason = 'DONE'", event)).isEqualTo(1);
    }

    private TicketOrder.Facts start(String event, Shopper shopper, String... seats) {
        return start(event, shopper, holds.place(event, shopper, seats), UUID.randomUUID() + "@example.org");
    }

    private TicketOrder.Facts start(String event, Shopper shopper, UUID hold, String email) {
        var outcome = startOrder.start(request(hold, email), sessionOf(shopper));
        assertThat(outcome).as(event).isInstanceOf(StartOutcome.Started.class);
        return ((StartOutcome.Started) outcome).order().facts();
    }

    private UUID sessionOf(Shopper shopper) {
        return ((SessionAccess.Granted) authorize.authorize(shopper)).session().id();
    }

    private static OrderRequest request(UUID hold, String email) {
        return new OrderRequest(hold, new TicketOrder.Buyer("Fan", email), Optional.empty(), Map.of(), "demo", "ok",
                UUID.randomUUID().toString());
    }

    private static NoticeReceiver.Notice paid(TicketOrder.Facts order, String id) {
        return NoticeReceiver.Notice.of("demo", id, order.paymentId(), true);
    }

    private void askNow(TicketOrder.Facts order) {
        sale.update("UPDATE payment SET ask_at = clock_timestamp() WHERE id = ?", order.paymentId());
        followUp.run();
    }

    private String stateOf(TicketOrder.Facts order) {
        return sale.text("SELECT state FROM ticket_order WHERE code = ?", order.code());
    }

    private String paymentOf(TicketOrder.Facts order) {
        return sale.text("SELECT state FROM payment WHERE id = ?", order.paymentId());
    }
}
