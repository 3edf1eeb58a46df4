package console.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.faulttolerance.api.Guard;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;

/**
 * Asks the services. Each has a bulkhead and a circuit breaker of its own, so that one that is down or slow costs the
 * other nothing; what only reads is tried again.
 */
@ApplicationScoped
public class ServiceCalls {

    private static final Logger LOG = Logger.getLogger(ServiceCalls.class);
    private static final int MOST_PROBLEM_BYTES = 65_536;
    private static final int CALLS_JUDGED = 10;
    private static final double FAILED_TOO_OFTEN = 0.6;
    private static final int RETRY_MILLIS = 150;

    private final Map<Service, URI> addresses;
    private final Map<Service, Guard> lines = new EnumMap<>(Service.class);
    private final Guard reads;
    private final HttpClient client;
    private final ObjectMapper mapper;

    ServiceCalls(GatewayConfig config, ObjectMapper mapper) {
        this.mapper = mapper;
        addresses = Map.of(Service.TICKETING, config.ticketingUrl(), Service.WAITING_ROOM, config.waitingRoomUrl());
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(config.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER).build();
        Arrays.stream(Service.values()).forEach(service -> lines.put(service, line(service, config)));
        reads = Guard.create().withDescription("console reads")
                .withRetry().maxRetries(config.readRetries()).delay(RETRY_MILLIS, ChronoUnit.MILLIS)
                .jitter(RETRY_MILLIS, ChronoUnit.MILLIS).retryOn(IOException.class).done()
                .build();
    }

    private static Guard line(Service service, GatewayConfig config) {
        return Guard.create().withDescription("console to " + service.key())
                .withBulkhead().limit(config.callsAtOnce()).done()
                .withCircuitBreaker().requestVolumeThreshold(CALLS_JUDGED).failureRatio(FAILED_TOO_OFTEN)
                .delay(config.rest().toMillis(), ChronoUnit.MILLIS).successThreshold(1)
                .failOn(IOException.class).done()
                .build();
    }

    /** @throws ServiceAway when nobody answered in time */
    public Answer call(Outgoing wanted) throws ServiceAway {
        try {
            var line = lines.get(wanted.service());
            return wanted.reads()
                    ? reads.call(() -> line.call(() -> send(wanted), Answer.class), Answer.class)
                    : line.call(() -> send(wanted), Answer.class);
        } catch (IOException | FaultToleranceException unanswered) {
            LOG.warnf("service does not answer service=%s cause=%s", wanted.service().key(),
                    unanswered.getClass().getSimpleName());
            throw new ServiceAway(wanted.service(), unanswered);
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception interrupted) {
            Thread.currentThread().interrupt();
            throw new ServiceAway(wanted.service(), interrupted);
        }
    }

    private Answer send(Outgoing wanted) throws IOException, InterruptedException {
        var response = client.send(request(wanted), BodyHandlers.ofInputStream());
        return response.statusCode() < 500
                ? new Answer(response.statusCode(), response.headers(), response.body())
                : failed(wanted.service(), response);
    }

    private HttpRequest request(Outgoing wanted) {
        var body = wanted.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(wanted.body());
        var request = HttpRequest.newBuilder(URI.create(address(wanted.service()) + "/api" + wanted.target()))
                .method(wanted.method(), body).timeout(wanted.patience());
        wanted.headers().forEach(request::header);
        return request.build();
    }

    private String address(Service service) {
        return addresses.get(service).toString().replaceAll("/+$", "");
    }

    /** A service's own refusal is passed on; what a proxy says in its place means that it is not there. */
    private Answer failed(Service service, HttpResponse<InputStream> response) throws IOException {
        try (var body = response.body()) {
            var bytes = body.readNBytes(MOST_PROBLEM_BYTES);
            if (response.statusCode() != 500 && code(bytes).filter(code -> !code.startsWith("service-")).isEmpty()) {
                throw new ServiceAway(service, null);
            }
            return new Answer(response.statusCode(), response.headers(), new ByteArrayInputStream(bytes));
        }
    }

    private Optional<String> code(byte[] problem) {
        try {
            return Optional.ofNullable(mapper.readTree(problem).path("code").textValue());
        } catch (IOException noProblem) {
            return Optional.empty();
        }
    }
}
