package standalone.frontdoor;

import static java.net.http.HttpResponse.BodyHandlers.ofInputStream;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.process.Ports;
import standalone.process.StartFailure;
import standalone.testing.Eventually;

/** The front door before small servers that do what a service would. */
class FrontDoorIT {

    private final Vertx vertx = Vertx.vertx();
    private final Ports ports = new Ports();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, HttpServer> stubs = new ConcurrentHashMap<>();
    private final BlockingQueue<HttpServerResponse> streams = new LinkedBlockingQueue<>();
    private final AtomicInteger deaths = new AtomicInteger();
    private final CountDownLatch streamClosed = new CountDownLatch(1);
    private final int port = ports.free();
    private final int coreOne = ports.free();
    private final int coreTwo = ports.free();
    private final int waitingRoom = ports.free();
    private FrontDoor frontDoor;

    @BeforeEach
    void open() throws Exception {
        stub(coreOne, "core-1");
        stub(coreTwo, "core-2");
        stub(waitingRoom, "waiting-room-1");
        var instances = new FrontDoor.Instances(List.of(new Upstream("waiting-room-1", waitingRoom)),
                List.of(new Upstream("core-1", coreOne), new Upstream("core-2", coreTwo)),
                List.of(new Upstream("console-1", ports.free())));
        frontDoor = new FrontDoor(port, instances, request -> request.response().end("inbox"), line -> {});
        frontDoor.open();
        Eventually.until("both cores take turns", () -> get("/x").body().startsWith("core-1")
                && get("/x").body().startsWith("core-2"));
    }

    @AfterEach
    void close() throws Exception {
        frontDoor.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void pathsLeadToTheirServiceUnchanged() throws Exception {
        assertThat(get("/queue/7?a=b%20c").body()).startsWith("waiting-room-1 GET /queue/7?a=b%20c ");
        assertThat(get("/api/waiting-room/jwks.json").body()).startsWith("waiting-room-1 ");
        assertThat(get("/api/ticketing/events").body()).startsWith("core-").contains(" GET /api/ticketing/events ");
        assertThat(get("/inbox").body()).isEqualTo("inbox");
    }

    @Test
    void healthAndMetricsStayHidden() throws Exception {
        for (var path : List.of("/q/health", "//q/metrics", "/api/../q/openapi", "/%71/health", "/x%2f..%2fq/health")) {
            var answer = rawGet(path);

            assertThat(answer).as(path).startsWith("HTTP/1.1 404").contains("application/problem+json")
                    .contains("\"code\":\"not-found\"");
        }
    }

    @Test
    void theServiceIsToldThePeerAndNothingAClientClaims() throws Exception {
        var answer = client.send(HttpRequest.newBuilder(uri("/x")).header("X-Forwarded-For", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6").header("X-Real-IP", "6.6.6.6").build(), ofString());

        assertThat(answer.body()).contains("for=127.0.0.1").contains("host=localhost:" + port)
                .doesNotContain("6.6.6.6");
    }

    @Test
    void aRefusedConnectionIsTakenToAnotherInstance() throws Exception {
        stop(coreOne);

        for (var i = 0; i < 20; i++) {
            var answer = client.send(HttpRequest.newBuilder(uri("/x")).POST(BodyPublishers.ofString("a body")).build(),
                    ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("core-2 POST").endsWith("length=6");
        }
    }

    @Test
    void anInstanceThatCameBackIsAskedAgain() throws Exception {
        stop(coreOne);
        assertThat(get("/x").body()).startsWith("core-2");

        stub(coreOne, "core-1 again");

        Eventually.until("the first core is asked again", () -> get("/x").body().startsWith("core-1 again"));
    }

    @Test
    void withoutAnyInstanceAPersonAndAProgramAreToldWhenToComeBack() throws Exception {
        var document = get("/admin/x");
        var page = client.send(HttpRequest.newBuilder(uri("/admin/x")).header("Accept", "text/html").build(),
                ofString());

        assertThat(document.statusCode()).isEqualTo(503);
        assertThat(document.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(document.headers().firstValue("Retry-After")).isPresent();
        assertThat(document.body()).contains("\"status\":503").contains("\"instance\":\"/admin/x\"");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aWriteThatWasSentIsNeverSentTwice() throws Exception {
        var answer = client.send(HttpRequest.newBuilder(uri("/die")).POST(BodyPublishers.ofString("pay")).build(),
                ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("service-interrupted");
        assertThat(deaths.get()).isEqualTo(1);
    }

    @Test
    void aReadThatBrokeOffIsAskedAgain() throws Exception {
        get("/die");

        assertThat(deaths.get()).isEqualTo(2);
    }

    @Test
    void eventsOfAStreamArriveOneByOne() throws Exception {
        var answer = client.send(HttpRequest.newBuilder(uri("/stream")).build(), ofInputStream());
        var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        var stream = streams.poll(10, TimeUnit.SECONDS);

        for (var event : List.of("one", "two", "three")) {
            stream.write("data: " + event + "\n");

            assertThat(lines.readLine()).isEqualTo("data: " + event);
        }
    }

    @Test
    void whoHangsUpIsHungUpOnAtTheService() throws Exception {
        var answer = client.send(HttpRequest.newBuilder(uri("/stream")).build(), ofInputStream());
        streams.poll(10, TimeUnit.SECONDS).write("data: one\n");
        assertThat(answer.body().read()).isEqualTo('d');

        answer.body().close();

        assertThat(streamClosed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void largeBodiesPassInBothDirections() throws Exception {
        var body = "0123456789abcdef".repeat(1 << 18);

        var answer = client.send(HttpRequest.newBuilder(uri("/echo")).POST(BodyPublishers.ofString(body)).build(),
                ofString());

        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void oversizedHeadersAreRefusedWithAProblem() throws Exception {
        var answer = client.send(HttpRequest.newBuilder(uri("/x")).header("Cookie", "a".repeat(40_000)).build(),
                ofString());

        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        var second = new FrontDoor(port, new FrontDoor.Instances(List.of(), List.of(), List.of()), request -> {},
                line -> {});

        assertThatThrownBy(second::open).isInstanceOf(StartFailure.class).hasMessageContaining("Port " + port);
        second.close();
    }

    private void stub(int at, String name) throws Exception {
        var server = vertx.createHttpServer().requestHandler(request -> answer(name, request));
        stubs.put(at, server);
        server.listen(at, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void stop(int at) throws Exception {
        stubs.remove(at).close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void answer(String name, HttpServerRequest request) {
        switch (request.path()) {
            case "/stream" -> {
                var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
                response.closeHandler(closed -> streamClosed.countDown());
                response.writeHead();
                streams.add(response);
            }
            case "/echo" -> request.body().onSuccess(request.response()::end);
            case "/die" -> request.body().onComplete(body -> {
                deaths.incrementAndGet();
                request.connection().close();
            });
            default -> request.body().onSuccess(body -> request.response().end(description(name, request, body)));
        }
    }

    private static String description(String name, HttpServerRequest request, Buffer body) {
        return "%s %s %s for=%s host=%s real=%s forwarded=%s length=%d".formatted(name, request.method(), request.uri(),
                String.join(",", request.headers().getAll("X-Forwarded-For")), request.getHeader("X-Forwarded-Host"),
                request.getHeader("X-Real-IP"), request.getHeader("Forwarded"), body.length());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), ofString());
    }

    /** Sends the path as it stands, which a well-behaved client would tidy up first. */
    private String rawGet(String path) throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
