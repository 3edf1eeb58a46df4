package ticketing.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.idempotency.IdempotentOutcome.Answered;
import ticketing.idempotency.IdempotentOutcome.Reused;
import ticketing.idempotency.IdempotentOutcome.Running;
import ticketing.testing.SecretsTestResource;

/** The same key with the same body yields the same answer once; with another body it is refused (T4). */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class IdempotencyIT {

    @Inject
    Idempotency idempotency;

    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void theSecondRequestGetsTheFirstOnesAnswer() {
        assertThat(once("body", 201)).isEqualTo(new Answered(new Answer(201, "run 1"), false));
        assertThat(once("body", 201)).isEqualTo(new Answered(new Answer(201, "run 1"), true));
    }

    @Test
    void aKeyWithAnotherBodyIsRefused() {
        once("body", 201);

        assertThat(once("another body", 201)).isInstanceOf(Reused.class);
    }

    @Test
    void aRefusalIsAnAnswerToo() {
        once("body", 402);

        assertThat(once("body", 201)).isEqualTo(new Answered(new Answer(402, "run 1"), true));
    }

    @Test
    void whatCouldNotBeDoneNowMayBeTriedAgain() {
        once("body", 503);

        assertThat(once("body", 201)).isEqualTo(new Answered(new Answer(201, "run 2"), false));
    }

    @Test
    void workThatFailsMayBeTriedAgain() {
        assertThatThrownBy(() -> idempotency.once(request("body"), () -> {
            throw new IllegalStateException("failed");
        })).hasMessage("failed");

        assertThat(once("body", 201)).isInstanceOf(Answered.class);
    }

    @Test
    void whileTheFirstWorksTheSecondIsToldToWait() throws InterruptedException {
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> idempotency.once(request("body"), () -> {
                inside.countDown();
                await(leave);
                return new Answer(201, "slow");
            }));
            inside.await();

            assertThat(once("body", 201)).isInstanceOf(Running.class);
            leave.countDown();
        }
    }

    @Test
    void ofManyAtOnceOneRuns() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 15).forEach(racer -> threads.submit(() -> once("body", 201)));
        }
        assertThat(runs).hasValue(1);
    }

    private IdempotentOutcome once(String body, int status) {
        return idempotency.once(request(body), () -> new Answer(status, "run " + runs.incrementAndGet()));
    }

    private IdempotentRequest request(String body) {
        return new IdempotentRequest("test", key, body);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
