package e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draw over two instances, checked by programs that share no code with the waiting room. */
class FairnessIT {

    private static final Path REHEARSAL = Path.of(System.getProperty("project.home", ".."), "rehearsal");
    private static final Duration LOBBY = Duration.ofHours(1);

    private final Stack stack = Stack.shared();
    private final Organizer organizer = Organizer.of(stack);

    @Test
    void outsidersRecomputeTheDrawTheLogAndAReceipt(@TempDir Path folder) throws Exception {
        var release = releaseWithLobby();
        var fans = Stream.generate(() -> new Fan(stack)).limit(5).toList();
        var indexes = new ArrayList<Integer>();
        for (var fan : fans) {
            indexes.add(fan.join(release).jsonPath().getInt("lobbyIndex"));
        }
        assertThat(indexes).containsExactlyInAnyOrder(0, 1, 2, 3, 4);

        organizer.staff().header("If-Match", "*").body(Map.of("opensAt", Instant.now().toString()))
                .patch("/api/waiting-room/releases/" + release).then().statusCode(200);
        Await.until(Duration.ofSeconds(60), "the lobby is drawn",
                () -> fans.getFirst().status(release).path("phase").equals("OPEN"));
        var late = new Fan(stack);
        late.join(release).then().statusCode(201).body("place", equalTo(6));
        var receipt = folder.resolve("receipt.json");
        Files.write(receipt, given().baseUri(stack.address().toString()).cookies(late.cookies())
                .get("/api/waiting-room/releases/{id}/visitors/me/receipt", release).asByteArray());

        var fairness = stack.address() + "/api/waiting-room/releases/" + release + "/fairness";
        for (var i = 0; i < fans.size(); i++) {
            int place = fans.get(i).me(release).path("place");
            assertThat(run("src/main/java/rehearsal/verify/VerifyDraw.java", fairness, indexes.get(i).toString()))
                    .contains("lobby index " + indexes.get(i) + " -> place " + place);
        }
        assertThat(run("-jar", "target/rehearsal.jar", "verify-receipt", fairness, receipt.toString()))
                .endsWith("sound\n");
        assertThat(run("-jar", "target/rehearsal.jar", "verify-log", fairness)).contains("lobby").endsWith("sound\n");
        assertThat(run("-jar", "target/rehearsal.jar", "verify-draw", fairness)).endsWith("sound\n");
    }

    private String releaseWithLobby() {
        var sale = organizer.publish(10, true);
        var id = "draw-" + UUID.randomUUID();
        organizer.staff().body(Map.of("eventId", sale.event(), "organizationId", sale.organization(), "policy", "DRAW",
                "lobbyOpensAt", Instant.now().minusSeconds(1).toString(),
                "opensAt", Instant.now().plus(LOBBY).toString(), "ratePerMinute", 600, "maxActive", 100))
                .put("/api/waiting-room/releases/" + id).then().statusCode(201);
        return id;
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(REHEARSAL.toFile()).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
