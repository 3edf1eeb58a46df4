package waitingroom.evidence;

import java.time.Duration;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.queue.ReadPace;
import waitingroom.queue.ReadVisitor;
import waitingroom.queue.VisitorDoor;
import waitingroom.queue.VisitorProblems;
import waitingroom.visitor.VisitorCookies;

/** Where fans get the proof of their place. */
@Path("/api/waiting-room/releases/{id}/visitors/me/receipt")
@Produces(MediaType.APPLICATION_JSON)
class ReceiptResource {

    private static final Duration PAUSE = Duration.ofMillis(900);

    private final VisitorDoor door;
    private final ReadVisitor readVisitor;
    private final ReadReceipt readReceipt;
    private final ReadPace pace;

    ReceiptResource(VisitorDoor door, ReadVisitor readVisitor, ReadReceipt readReceipt, ReadPace pace) {
        this.door = door;
        this.readVisitor = readVisitor;
        this.readReceipt = readReceipt;
        this.pace = pace;
    }

    @GET
    @RunOnVirtualThread
    public Response read(@PathParam("id") String id, @CookieParam(VisitorCookies.NAME) String cookie) {
        var stored = door.release(id);
        var visitor = door.visitor(cookie);
        if (!pace.take("receipt " + id + " " + visitor.id(), PAUSE)) {
            return VisitorProblems.slowDown().toResponse();
        }
        var place = readVisitor.read(stored, visitor);
        if (place.isEmpty()) {
            return VisitorProblems.noPlace().toResponse();
        }
        return readReceipt.read(stored, visitor, place.get())
                .map(receipt -> Response.ok(receipt).header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                .orElseGet(() -> EvidenceProblems.receiptPending().toResponse());
    }
}
