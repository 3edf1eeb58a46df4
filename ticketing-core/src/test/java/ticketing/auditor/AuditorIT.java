package ticketing.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Browser;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** The auditor finds each way in which the books can be wrong (T1 to T3), and nothing while they are right. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class AuditorIT {

    @Inject
    TestSale sale;

    @Inject
    AuditSale auditSale;

    private String event;
    private String order;

    @BeforeEach
    void anEventWithAPaidOrderOfTwoSeats() {
        event = sale.event(10, false);
        var fan = new Browser();
        fan.enter(event);
        order = fan.order(fan.hold(event, "S-1", "S-2").path("id"), "ok").then().statusCode(201).extract()
                .path("code");
    }

    @Test
    void aSaleAsItShouldBeIsClean() {
        var fan = new Browser();
        fan.enter(event);
        fan.order(fan.hold(event, "S-3").path("id"), "declined").then().statusCode(402);
        var other = new Browser();
        other.enter(event);
        other.hold(event, "S-4").then().statusCode(201);
        var refunded = new Browser();
        refunded.enter(event);
        var code = refunded.order(refunded.hold(event, "S-5").path("id"), "ok").<String>path("code");
        Organizer.admin().request().header("Idempotency-Key", "refund-" + code).post("/orders/" + code + "/refund")
                .then().statusCode(200);

        assertThat(findings()).isEmpty();
        var books = report().events().stream().filter(line -> line.eventId().equals(event)).findFirst().orElseThrow();
        assertThat(books.orders()).isEqualTo(1);
        assertThat(books.tickets()).isEqualTo(2);
        assertThat(books.taken().amount()).isEqualTo(14850);
        assertThat(books.refunded().amount()).isEqualTo(4950);
        assertThat(books.difference().amount()).isZero();
    }

    @Test
    void aSeatInTwoTicketsIsFound() {
        sale.update("DROP INDEX ticket_one_valid_per_seat");
        try {
            sale.update("UPDATE ticket SET seat_id = 'S-1' WHERE order_code = ?", order);

            assertThat(rules()).containsExactlyInAnyOrder(Rule.SEAT_SOLD_TWICE, Rule.SEAT_AND_TICKET_DISAGREE);
            assertThat(findings()).anyMatch(finding -> finding.subject().equals("S-1")
                    && finding.detail().equals("tickets=2"));
        } finally {
            sale.update("UPDATE ticket SET seat_id = 'S-' || (position + 1) WHERE order_code = ?", order);
            sale.update("CREATE UNIQUE INDEX ticket_one_valid_per_seat ON ticket (event_id, seat_id)"
                    + " WHERE state = 'VALID'");
        }
    }

    @Test
    void holdsThatOverlapAreFound() {
        var first = new Browser();
        first.enter(event);
        first.hold(event, "S-7").then().statusCode(201);
        var second = new Browser();
        second.enter(event);
        var hold = second.hold(event, "S-8").<String>path("id");

        sale.update("UPDATE hold_seat SET seat_id = 'S-7' WHERE hold_id = ?::uuid", hold);

        assertThat(rules()).containsExactly(Rule.HOLDS_OVERLAP);
        assertThat(findings().getFirst().detail()).contains(hold);
    }

    @Test
    void anOrderThatWasPaidForNothingIsFound() {
        sale.update("UPDATE ticket SET state = 'CANCELLED', cancelled_at = clock_timestamp(),"
                + " void_reason = 'REFUNDED' WHERE order_code = ?",
                order);

        assertThat(rules()).contains(Rule.PAID_FOR_NOTHING, Rule.MONEY_DOES_NOT_ADD_UP);
    }

    @Test
    void ticketsThatNobodyPaidForAreFound() {
        sale.update("UPDATE payment SET state = 'DECLINED' WHERE order_code = ?", order);

        assertThat(rules()).contains(Rule.TICKET_WITHOUT_PAYMENT, Rule.MONEY_DOES_NOT_ADD_UP);
    }

    @Test
    void moneyThatDoesNotAddUpIsFoundForTheOrderAndTheEvent() {
        sale.update("UPDATE payment SET amount = amount + 1 WHERE order_code = ?", order);

        assertThat(rules()).containsOnly(Rule.MONEY_DOES_NOT_ADD_UP);
        assertThat(findings()).extracting(Finding::subject).containsExactlyInAnyOrder(order, event);
    }

    @Test
    void aSoldSeatWithoutATicketIsFound() {
        sale.update("UPDATE seat_state SET state = 'SOLD' WHERE event_id = ? AND seat_id = 'S-9'", event);

        assertThat(rules()).containsExactly(Rule.SEAT_AND_TICKET_DISAGREE);
    }

    @Test
    void adminsTakeTheReportAwayAndNobodyElse() {
        var admin = Organizer.admin();
        var organizer = admin.colleague(event, "organizer");
        sale.update("UPDATE payment SET amount = amount + 1 WHERE order_code = ?", order);

        admin.request().get("/auditor/report").then().statusCode(200).body("clean", equalTo(false))
                .body("rules", hasSize(Rule.values().length));
        admin.request().get("/auditor/report.json").then().statusCode(200)
                .header("Content-Disposition", containsString("audit-report.json"));
        var csv = admin.request().get("/auditor/report.csv").then().statusCode(200).extract().asString();
        assertThat(csv).contains("books," + event, "finding," + event + "," + order + ",money-does-not-add-up");
        admin.request().get("/auditor/report?since=2999-01-01T00:00:00Z").then().body("events", hasSize(0));
        organizer.request().get("/auditor/report").then().statusCode(403);
    }

    private AuditReport report() {
        return auditSale.audit(Instant.now().minus(Duration.ofHours(1)));
    }

    /** Of this test's event: others leave their corruptions behind. */
    private List<Finding> findings() {
        return report().findings().stream().filter(finding -> finding.eventId().equals(event)).toList();
    }

    private List<Rule> rules() {
        return findings().stream().map(Finding::rule).toList();
    }
}
