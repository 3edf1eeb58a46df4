package waitingroom.status;

import java.time.Duration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import contract.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import org.jboss.resteasy.reactive.ResponseHeader;
import waitingroom.release.ReleaseCatalog;
import waitingroom.release.ReleaseProblems;
import waitingroom.schedule.Aside;
import waitingroom.status.StatusBoard.Posted;

/** The public status of a release, from memory: as a document, and as a stream of its changes. */
@Path("/api/waiting-room/releases/{id}")
class StatusResource {

    private static final Duration WAIT = Duration.ofSeconds(1);

    private final StatusBoard board;
    private final ReleaseCatalog catalog;
    private final Aside aside;

    StatusResource(StatusBoard board, ReleaseCatalog catalog, Aside aside) {
        this.board = board;
        this.catalog = catalog;
        this.aside = aside;
    }

    @GET
    @Path("/status")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> status(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return board.find(id).map(status -> Uni.createFrom().item(answer(status, known)))
                .orElseGet(() -> aside.run(() -> answer(await(id), known)));
    }

    private static Response answer(Posted status, String known) {
        var response = status.isKnownTo(known) ? Response.notModified() : Response.ok(status.json());
        return response.header(HttpHeaders.ETAG, status.etag())
                .header(HttpHeaders.CACHE_CONTROL, StatusRoute.SHARED_FOR_A_SECOND).build();
    }

    /** A release this instance has no status of yet is new, or there is none. */
    private Posted await(String id) {
        if (catalog.find(id).isEmpty()) {
            throw ReleaseProblems.unknownRelease().toException();
        }
        return board.refreshNow(id).orElseThrow(() -> Problem.of(503, "not-ready", "The status is not there yet",
                "Ask again in a second.").retryAfter(WAIT).toException());
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Blocking
    public Multi<OutboundSseEvent> stream(@PathParam("id") String id, @Context Sse sse,
            @HeaderParam("Last-Event-ID") String seen) {
        var first = board.find(id).orElseGet(() -> await(id));
        return Multi.createFrom().emitter(emitter -> follow(id, sse, first.tag().equals(seen), emitter),
                BackPressureStrategy.LATEST);
    }

    /** Listens first and then sends what is there, so that no change falls between the two. */
    private void follow(String id, Sse sse, boolean upToDate, MultiEmitter<? super OutboundSseEvent> emitter) {
        var stop = board.listen(id, status -> emitter.emit(event(sse, status)));
        emitter.onTermination(stop);
        board.find(id).ifPresent(status -> emitter.emit(
                upToDate ? sse.newEventBuilder().comment("nothing new").build() : event(sse, status)));
    }

    private static OutboundSseEvent event(Sse sse, Posted status) {
        return sse.newEventBuilder().id(status.tag()).name("status").data(status.json()).build();
    }
}
