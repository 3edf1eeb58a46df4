package console.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import console.gateway.Gate;
import console.session.CurrentSession;
import console.session.SignedIn;
import contract.problem.ProblemException;
import io.smallrye.mutiny.Multi;

/**
 * Live views: the console reads an address again and again and tells the page what changed. {@code data} carries the
 * body, {@code beat} says that nothing changed, {@code away} why it could not be read. A stream ends with the session.
 */
@Path("/admin/api/live")
@SignedIn
@Produces(MediaType.SERVER_SENT_EVENTS)
class LiveResource {

    private static final String HERE = Gate.ROOT + "/live";

    private final Gate gate;
    private final LiveReads reads;
    private final LiveConfig config;
    private final CurrentSession current;
    private final InstantSource clock;

    LiveResource(Gate gate, LiveReads reads, LiveConfig config, CurrentSession current, InstantSource clock) {
        this.gate = gate;
        this.reads = reads;
        this.config = config;
        this.current = current;
        this.clock = clock;
    }

    /** Several addresses over one connection: a browser keeps only six to one site. */
    @GET
    public Multi<OutboundSseEvent> many(@QueryParam("watch") List<String> wanted, Sse sse) {
        if (wanted.isEmpty() || wanted.size() > config.watchesPerPage()) {
            throw Watch.invalid().toException();
        }
        var watches = wanted.stream().map(Watch::parse).toList();
        var streams = IntStream.range(0, watches.size())
                .mapToObj(index -> unlessRefused(watches.get(index))
                        .map(seen -> event(sse, seen, seen.document(index))))
                .toList();
        return whileSignedIn(Multi.createBy().merging().withConcurrency(streams.size()).streams(streams));
    }

    @GET
    @Path("/{path: (ticketing|waiting-room)/.+}")
    public Multi<OutboundSseEvent> one(@QueryParam("every") @DefaultValue("2") int every, UriInfo uri, Sse sse) {
        var path = uri.getRequestUri().getRawPath().substring(HERE.length());
        var query = Optional.ofNullable(uri.getRequestUri().getRawQuery()).orElse("")
                .replaceAll("(^|&)every=[^&]*", "").replaceAll("^&", "");
        var target = query.isEmpty() ? path : path + "?" + query;
        return whileSignedIn(watch(new Watch(Duration.ofSeconds(every), target))
                .map(seen -> event(sse, seen, seen.document())));
    }

    /** One address that is not for the reader must not take the others along. */
    private Multi<Sight> unlessRefused(Watch watch) {
        try {
            return watch(watch);
        } catch (ProblemException refused) {
            return Multi.createFrom().item(reads.refused(refused.problem()));
        }
    }

    private Multi<Sight> watch(Watch watch) {
        var wanted = gate.open("GET", watch.target(), Map.of("Accept", MediaType.APPLICATION_JSON), new byte[0]);
        return reads.watch(wanted, watch.every().toSeconds());
    }

    private Multi<OutboundSseEvent> whileSignedIn(Multi<OutboundSseEvent> events) {
        var until = current.session().orElseThrow().expiresAt();
        return events.select().first(event -> clock.instant().isBefore(until));
    }

    private static OutboundSseEvent event(Sse sse, Sight seen, String document) {
        return sse.newEventBuilder().name(seen.event()).data(document).build();
    }
}
