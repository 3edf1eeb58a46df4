package rehearsal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadClientTest {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Set-Cookie", "visitor=abc; Path=/");
            var answer = "{\"place\":17}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.createContext("/chunks", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"next\":\"12".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.getResponseBody().write("34\"}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyFanIsSentOnceAndLearnsItsPlace() throws IOException {
        var port = server.getAddress().getPort();
        var keys = new FanKeys();
        var fans = List.of(Fan.joining(1, keys), Fan.joining(2, keys), Fan.joining(3, keys));
        try (var client = LoadClient.open(port, 2)) {

            var slice = client.run(new Crowd(fans, 2, fan -> fan.join(port, "/join")), Duration.ofSeconds(10));

            assertThat(slice.answers()).isEqualTo(3);
            assertThat(slice.with(201)).isEqualTo(3);
            assertThat(slice.latencies().getTotalCount()).isEqualTo(3);
            assertThat(fans).extracting(Fan::place).containsOnly(17L);
        }
    }

    @Test
    void anAnswerTellsItsCookieAndItsNumbers() throws IOException {
        var port = server.getAddress().getPort();
        try (var client = LoadClient.open(port, 1)) {

            var answer = client.ask(Http.get(port, "/anything", Map.of()));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.cookie("visitor")).isEqualTo("abc");
            assertThat(answer.cookie("other")).isEmpty();
            assertThat(answer.number("place")).isEqualTo(17);
            assertThat(answer.number("missing")).isEqualTo(-1);
        }
    }

    /** The length of a chunk once stood in the middle of where a list goes on, and the next request was no HTTP. */
    @Test
    void aWordMayComeInTwoChunks() throws IOException {
        var port = server.getAddress().getPort();
        try (var client = LoadClient.open(port, 1)) {

            assertThat(client.ask(Http.get(port, "/chunks", Map.of())).word("next")).isEqualTo("1234");
        }
    }
}
