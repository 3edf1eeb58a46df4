package waitingroom.defense;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;

/** The bot defense's addresses are served by this service, and for admins only. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class DefenseForAdminsIT {

    private static final String DEFENSE = "/api/waiting-room/defense";

    @ParameterizedTest
    @ValueSource(strings = { "/address", "/decisions", "/decisions/NOSUCHTHING0" })
    void othersAreRefused(String path) {
        given().get(DEFENSE + path).then().statusCode(401).body("code", equalTo("not-authenticated"));
        Room.staff(StaffTokens.organizerOf("acme")).get(DEFENSE + path).then().statusCode(403)
                .body("code", equalTo("not-allowed"));
    }

    @Test
    void adminsLookAtDecisions() {
        var admin = Room.staff(StaffTokens.admin());

        admin.get(DEFENSE + "/address").then().statusCode(200).body("address", notNullValue());
        admin.get(DEFENSE + "/decisions").then().statusCode(200).body("items", notNullValue());
        admin.get(DEFENSE + "/decisions/NOSUCHTHING0").then().statusCode(404)
                .body("code", equalTo("unknown-decision"));
    }
}
