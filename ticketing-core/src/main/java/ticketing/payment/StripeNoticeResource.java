package ticketing.payment;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/**
 * Where Stripe's notices arrive. A notice may be late, repeated or overtaken by another, so it is taken as a hint only:
 * how the payment stands is asked of Stripe, and that counts.
 */
@Path("/api/ticketing/payments/stripe/notifications")
class StripeNoticeResource {

    private static final Logger LOG = Logger.getLogger(StripeNoticeResource.class);

    private final StripeSignature signature;
    private final StripeProvider provider;
    private final NoticeReceiver receiver;
    private final InstantSource clock;
    private final ObjectMapper json;

    StripeNoticeResource(StripeSignature signature, StripeProvider provider, NoticeReceiver receiver,
            InstantSource clock, ObjectMapper json) {
        this.signature = signature;
        this.provider = provider;
        this.receiver = receiver;
        this.clock = clock;
        this.json = json;
    }

    /** The body is read as text first: what was signed is the text. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response notify(@HeaderParam("Stripe-Signature") String signed, @NotNull String body) {
        if (!signature.isGenuine(signed, body, clock.instant())) {
            return Problem.of(401, "invalid-signature", "The notice is not signed as it must be",
                    "Sign timestamp and body with the endpoint's secret, and send it within five minutes.")
                    .toResponse();
        }
        try {
            return receive(json.readTree(body));
        } catch (IOException unreadable) {
            return Problem.of(400, "malformed", "The notice is malformed", "Send an event as Stripe does.")
                    .toResponse();
        } catch (StripeTrouble e) {
            // The notice is sent again, and the follow-up asks as well.
            LOG.warnf("stripe away cause=%s", e.getMessage());
            return Problem.of(503, "unavailable", "Stripe cannot be asked right now", "Send the notice again later.")
                    .retryAfter(Duration.ofSeconds(10)).toResponse();
        }
    }

    private Response receive(JsonNode event) {
        var intent = event.path("data").path("object").path("id").asText();
        if (event.path("type").asText().startsWith("payment_intent.") && !intent.isEmpty()) {
            provider.told(intent).ifPresent(told -> receive(event.path("id").asText(), told));
        }
        return Response.noContent().build();
    }

    private void receive(String notice, StripeProvider.Told told) {
        var found = told.found();
        switch (found.status()) {
            case PAID, REFUNDED -> receiver.receive(new NoticeReceiver.Notice(StripeProvider.METHOD, notice,
                    told.paymentId(), true, found.fingerprint()));
            case DECLINED -> receiver.receive(
                    NoticeReceiver.Notice.of(StripeProvider.METHOD, notice, told.paymentId(), false));
            case PENDING, UNKNOWN -> LOG.debugf("notice too early payment=%s", told.paymentId());
        }
    }
}
