package console.overview;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import console.session.CurrentSession;
import console.session.SignedIn;
import console.upstream.Reply;
import console.upstream.Ticketing;
import console.upstream.WaitingRoom;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The first page: whether the parts answer, and how every release is doing. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
public class OverviewResource {

    private final Ticketing ticketing;
    private final WaitingRoom waitingRoom;
    private final CurrentSession current;
    private final InstantSource clock;

    OverviewResource(Ticketing ticketing, WaitingRoom waitingRoom, CurrentSession current, InstantSource clock) {
        this.ticketing = ticketing;
        this.waitingRoom = waitingRoom;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @SignedIn
    @RunOnVirtualThread
    public Response overview() {
        var events = timed(ticketing::events);
        var releases = timed(waitingRoom::releases);
        var known = releases.reply() instanceof Reply.Good<WaitingRoom.Releases> good
                ? good.value().items()
                : List.<WaitingRoom.Release>of();
        var figures = known.stream().map(release -> waitingRoom.figures(release.id())).toList();
        if (figures.stream().anyMatch(Reply.SignedOut.class::isInstance)) {
            return Response.seeOther(URI.create("/admin/login")).build();
        }
        var rows = events.reply() instanceof Reply.Good<Ticketing.Events> good
                ? EventRow.of(good.value().items(), known, figures)
                : EventRow.of(List.of(), known, figures);
        var parts = List.of(part("Ticketing core", events), part("Waiting room", releases));
        return Response.ok(Templates.overview(parts, rows, current.formToken())).build();
    }

    private static Part part(String name, Timed<?> timed) {
        return new Part(name, timed.reply() instanceof Reply.Good, timed.took().toMillis());
    }

    private <T> Timed<T> timed(Supplier<Reply<T>> call) {
        var start = clock.millis();
        var reply = call.get();
        return new Timed<>(reply, Duration.ofMillis(clock.millis() - start));
    }

    private record Timed<T>(Reply<T> reply, Duration took) {}

    /** A part of the system as the console sees it: whether it answered just now, and how fast. */
    public record Part(String name, boolean answers, long millis) {}

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance overview(List<Part> parts, List<EventRow> rows, String formToken);
    }
}
