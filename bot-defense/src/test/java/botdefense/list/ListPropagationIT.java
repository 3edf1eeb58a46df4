package botdefense.list;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import botdefense.client.Address;
import botdefense.store.DefenseRedis;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;

/** What an admin writes down here, and what another instance knows by heart, which shares nothing with it but the store. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@TestSecurity(user = "admin", roles = "admin")
class ListPropagationIT {

    private static final String LIST = "/api/waiting-room/defense/lists/block";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Listed CLIENT = new Listed(Address.parse("203.0.113.240").orElseThrow().bytes(),
            Optional.empty(), Optional.empty(), Optional.empty());

    @Inject
    DefenseRedis redis;

    @Inject
    ObjectMapper mapper;

    @Inject
    InstantSource clock;

    /** Instances look every 300 ms; the first look after the answer shows the change, so it holds within a second. */
    @Test
    void theNextLookOfAnotherInstanceShowsTheEntry() {
        var other = new Lists(new ListStore(redis, mapper), clock);
        assertThat(isBlockedAt(other)).isFalse();

        var id = given().contentType(ContentType.JSON).body(Map.of("entry", "203.0.113.240", "reason", "a test"))
                .post(LIST).then().statusCode(201).extract().path("id");
        assertThat(isBlockedAt(other)).isTrue();

        given().delete(LIST + "/" + id).then().statusCode(204);
        assertThat(isBlockedAt(other)).isFalse();
    }

    private static boolean isBlockedAt(Lists instance) {
        instance.refresh().await().atMost(PATIENCE);
        return instance.peek(ListKind.BLOCK, CLIENT).isPresent();
    }
}
