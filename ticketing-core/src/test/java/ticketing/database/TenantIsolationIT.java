package ticketing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Browser;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** The database keeps the tenants apart even where a query forgets to (E3): no query below has a WHERE. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class TenantIsolationIT {

    /** What leads from a row to an organization. */
    private static final List<String> BELONGING = List.of("organization_id", "event_id", "plan_id", "order_code",
            "hold_id", "endpoint_id");

    /** Whose a row is, and where it stands. */
    private static final List<String> ROWS = List.of("id FROM organization", "organization_id FROM membership",
            "organization_id FROM audit_entry", "organization_id FROM venue", "organization_id FROM seating_plan",
            "plan_id FROM plan_seat", "organization_id FROM event", "event_id FROM price_category",
            "event_id FROM seat_state", "event_id FROM shopping_session", "event_id FROM hold",
            "event_id FROM hold_seat JOIN hold ON hold.id = hold_id", "event_id FROM buyer_share",
            "event_id FROM ticket_order", "event_id FROM payment LEFT JOIN ticket_order ON code = order_code",
            "event_id FROM ticket");

    /** What a hold waits for, and what a buyer looks up. */
    private static final List<String> LOCKS = List.of("""
            SELECT seat_state.seat_id
              FROM seat_state
              JOIN event ON event.id = seat_state.event_id
              JOIN plan_seat ON plan_seat.plan_id = event.plan_id AND plan_seat.seat_id = seat_state.seat_id
              JOIN price_category ON price_category.event_id = event.id AND price_category.id = category_id
             WHERE seat_state.event_id = 'e'
               AND seat_state.seat_id = ANY ('{S-1,S-2}')
             ORDER BY seat_state.position
               FOR UPDATE OF seat_state
            """, """
            SELECT *
              FROM ticket_order
              JOIN payment ON payment.order_code = ticket_order.code
             WHERE ticket_order.code = 'c'
            """);

    @Inject
    TestSale sale;

    @Inject
    OwnerDatabase owner;

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    private String ours;
    private String theirs;

    @BeforeEach
    void twoOrganizationsSell() {
        ours = sold();
        theirs = sold();
    }

    @AfterEach
    void nobodyAgain() {
        tenancy.becomeShop();
    }

    private String sold() {
        var event = sale.event(3, false);
        sale.update("INSERT INTO staff_member SELECT ?::uuid, ?, 'A', NULL, false, clock_timestamp()",
                UUID.randomUUID().toString(), event + "@example.org");
        sale.update("INSERT INTO membership SELECT id, ?, 'STEWARD' FROM staff_member WHERE email = ?", event,
                event + "@example.org");
        sale.update("INSERT INTO audit_entry (at, organization_id, action, subject)"
                + " VALUES (clock_timestamp(), ?, 'tested', '-')", event);
        var fan = new Browser();
        fan.enter(event);
        fan.order(fan.hold(event, "S-1").path("id"), "ok").then().statusCode(201);
        return event;
    }

    @Test
    void aQueryWithoutAWhereSeesTheOwnTenantOnly() {
        assertThat(ROWS).allSatisfy(rows -> assertThat(seen(owner.get(), rows)).contains(ours, theirs));

        tenancy.becomeStaffOf(List.of(ours));

        assertThat(ROWS).allSatisfy(rows -> assertThat(seen(database, rows)).containsOnly(ours));
    }

    @Test
    void whoeverIsInNoOrganizationSeesNothing() {
        tenancy.becomeStaffOf(List.of());

        assertThat(ROWS).allSatisfy(rows -> assertThat(seen(database, rows)).isEmpty());
    }

    @Test
    void aChangeWithoutAWhereChangesTheOwnTenantOnly() {
        tenancy.becomeStaffOf(List.of(ours));

        QuarkusTransaction.requiringNew().run(() -> {
            database.update("UPDATE event SET title = 'Changed'");
            database.update("UPDATE ticket_order SET buyer_name = 'Changed'");
            database.update("DELETE FROM check_in");
            database.update("DELETE FROM membership");
        });

        assertThat(title(ours)).isEqualTo("Changed");
        assertThat(title(theirs)).isEqualTo("Test concert");
        assertThat(sale.count("ticket_order WHERE event_id = ? AND buyer_name = 'Changed'", theirs)).isZero();
        assertThat(sale.count("membership WHERE organization_id = ?", theirs)).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenInAnothersName() {
        tenancy.becomeStaffOf(List.of(ours));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> database.update(
                "UPDATE event SET organization_id = ?", theirs))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> database.update(
                "INSERT INTO venue VALUES ('v', ?, 'Hall', '', 'Berlin', 'DE', 'Europe/Berlin', clock_timestamp())",
                theirs))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void nobodyRewritesTheTrail() {
        tenancy.becomeAdmin();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> database.update(
                "DELETE FROM audit_entry"))).isInstanceOf(RuntimeException.class);
    }

    /** The owner of these tests is a superuser, for whom there are no policies at all. */
    @Test
    void aSalePaysNothingForIt() {
        assertThat(LOCKS).allSatisfy(sql -> assertThat(plan(database, sql)).isEqualTo(plan(owner.get(), sql)));

        tenancy.becomeStaffOf(List.of(ours));

        assertThat(LOCKS).allSatisfy(sql -> assertThat(plan(database, sql)).isNotEqualTo(plan(owner.get(), sql)));
    }

    /** A role left behind would show the next fan an empty shop, or a member of staff another's rows. */
    @Test
    void aConnectionGoesBackAsItCame() {
        for (var round = 0; round < 30; round++) {
            tenancy.becomeStaffOf(List.of(ours));
            assertThat(role()).isEqualTo("ticketing_staff");
            tenancy.becomeAdmin();
            assertThat(role()).isEqualTo("ticketing_admin");
            tenancy.becomeShop();
            assertThat(role()).isEqualTo("ticketing_app");
        }
    }

    @Test
    void theApplicationOwnsNothingAndEveryTenantsTableIsForced() {
        assertThat(database.list("SELECT rolsuper OR rolbypassrls AS above FROM pg_roles WHERE rolname = session_user",
                row -> row.flag("above"))).containsExactly(false);
        assertThat(owner.get().list("""
                SELECT DISTINCT relname
                  FROM pg_class
                  JOIN pg_attribute ON attrelid = pg_class.oid
                 WHERE relnamespace = 'public'::regnamespace
                   AND relkind IN ('r', 'p')
                   AND attname = ANY (?)
                   AND NOT (relrowsecurity AND relforcerowsecurity)
                """, row -> row.text("relname"), BELONGING)).isEmpty();
    }

    private static List<String> seen(Database database, String rows) {
        return database.list("SELECT DISTINCT " + rows.replaceFirst(" ", " AS whose "), row -> row.text("whose"));
    }

    private static List<String> plan(Database database, String sql) {
        return database.list("EXPLAIN (COSTS OFF) " + sql, row -> row.text("QUERY PLAN"));
    }

    private String role() {
        return database.first("SELECT current_user AS who", row -> row.text("who")).orElseThrow();
    }

    private String title(String event) {
        return owner.get().first("SELECT title FROM event WHERE id = ?", row -> row.text("title"), event).orElseThrow();
    }
}
