package ticketing.payment;

import java.io.IOException;
import java.time.InstantSource;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Where the demo provider's notices arrive from outside: signed, or refused. */
@Path("/api/ticketing/payments/demo/notifications")
class NoticeResource {

    private final NoticeSignature signature;
    private final NoticeReceiver receiver;
    private final InstantSource clock;
    private final ObjectMapper json;

    NoticeResource(NoticeSignature signature, NoticeReceiver receiver, InstantSource clock, ObjectMapper json) {
        this.signature = signature;
        this.receiver = receiver;
        this.clock = clock;
        this.json = json;
    }

    /** The body is read as text first: what was signed is the text. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response notify(@HeaderParam("webhook-id") String id, @HeaderParam("webhook-timestamp") String timestamp,
            @HeaderParam("webhook-signature") String signatures, @NotNull String body) {
        if (!signature.isGenuine(id, timestamp, signatures, body, clock.instant())) {
            return Problem.of(401, "invalid-signature", "The notice is not signed as it must be",
                    "Sign id, timestamp and body with the shared secret, and send it within five minutes.")
                    .toResponse();
        }
        try {
            var notice = json.readValue(body, NoticeBody.class);
            if (notice.payment() == null || notice.status() == null) {
                return malformed();
            }
            receiver.receive(NoticeReceiver.Notice.of(DemoProvider.METHOD, id, notice.payment(),
                    notice.status() == NoticeStatus.PAID));
            return Response.noContent().build();
        } catch (IOException unreadable) {
            return malformed();
        }
    }

    private static Response malformed() {
        return Problem.of(400, "malformed", "The notice is malformed",
                "Send {\"payment\": id, \"status\": \"PAID\" or \"DECLINED\"}.").toResponse();
    }

    enum NoticeStatus {
        PAID, DECLINED
    }

    record NoticeBody(UUID payment, NoticeStatus status) {}
}
