package ticketing.webhook;

import java.util.concurrent.Executors;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;
import ticketing.webhook.WebhookOutboxStore.Delivery;

/** Sends what is due, on every instance; what another is at is skipped. Receivers that are slow wait for each other only. */
@ApplicationScoped
class WebhookJob {

    private static final Logger LOG = Logger.getLogger(WebhookJob.class);

    private final DeliverWebhooks deliver;
    private final WebhookClient client;
    private final MeterRegistry registry;

    WebhookJob(DeliverWebhooks deliver, WebhookClient client, MeterRegistry registry) {
        this.deliver = deliver;
        this.client = client;
        this.registry = registry;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            deliver.take().forEach(delivery -> threads.submit(() -> send(delivery)));
        } catch (RuntimeException e) {
            // The database is away: what is due stays due.
            LOG.warnf("webhooks wait cause=%s", e.getClass().getSimpleName());
        }
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        deliver.forget();
    }

    private void send(Delivery delivery) {
        try {
            var answer = client.send(delivery);
            deliver.answered(delivery, answer);
            registry.counter("ticketing.webhooks.sent", "outcome", answer.outcome().key()).increment();
        } catch (RuntimeException e) {
            // Due again once its lease is over.
            LOG.warnf("webhook not settled message=%s endpoint=%s cause=%s", delivery.messageId(),
                    delivery.endpointId(), e.getClass().getSimpleName());
        }
    }
}
