package botdefense.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import botdefense.store.DefenseData;
import botdefense.store.DefenseRedis;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;

/** What an admin changes here, and what another instance knows by heart, which shares nothing with it but the store. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@TestSecurity(user = "admin", roles = "admin")
class PropagationIT {

    private static final String POLICY = "/api/waiting-room/defense/policy";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    DefenseRedis redis;

    @Inject
    ObjectMapper mapper;

    @Inject
    DefenseData data;

    @AfterEach
    void thePolicyIsTheFirstAgain() {
        given().post(POLICY + "/versions/1/activation").then().statusCode(200);
    }

    /** Instances look every 300 ms; the first look after the answer shows the change, so it holds within a second. */
    @Test
    void theNextLookOfAnotherInstanceShowsWhatWasChanged() {
        var other = new PolicyBoard(new PolicyStore(redis, mapper), data);
        other.refresh().await().atMost(PATIENCE);
        assertThat(other.policy().stance()).isEqualTo(Stance.NORMAL);

        given().contentType(ContentType.JSON).body(Map.of("stance", "UNDER_ATTACK", "reason", "a test"))
                .post(POLICY + "/stance").then().statusCode(200);
        other.refresh().await().atMost(PATIENCE);
        assertThat(other.policy().stance()).isEqualTo(Stance.UNDER_ATTACK);

        given().post(POLICY + "/versions/1/activation").then().statusCode(200);
        other.refresh().await().atMost(PATIENCE);
        assertThat(other.policy().stance()).isEqualTo(Stance.NORMAL);
    }
}
