package ticketing.buyer;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.Caller;
import ticketing.access.CurrentCaller;
import ticketing.buyer.BuyerClusters.ClusterView;
import ticketing.event.EventView;
import ticketing.event.Events;
import ticketing.http.Page;
import ticketing.http.PageRequest;

/**
 * Buyers who are taken for one because of what their orders share, for admins: which, by what, and the way to take it
 * back. Whose the marks are cannot be told from them.
 */
@Path("/api/ticketing/events/{event}/buyer-clusters")
@Authenticated
@RunOnVirtualThread
class BuyerClustersResource {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final SeparateBuyers separate;
    private final Events events;
    private final CurrentCaller caller;

    BuyerClustersResource(SeparateBuyers separate, Events events, CurrentCaller caller) {
        this.separate = separate;
        this.events = events;
        this.caller = caller;
    }

    /** The largest first. */
    @GET
    public Page<ClusterView> list(@PathParam("event") String event, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        var request = PageRequest.of(limit, after);
        find(event, admin());
        return page(separate.clusters(event), request, ClusterView::id);
    }

    private static <T> Page<T> page(List<T> all, PageRequest request, Function<T, String> id) {
        var rest = request.after()
                .map(last -> all.stream().dropWhile(one -> !id.apply(one).equals(last)).skip(1).toList())
                .orElse(all);
        return Page.of(rest.stream().limit(request.rows()).toList(), request, id);
    }

    @GET
    @Path("/cuts")
    public Page<ClusterStore.Cut> cuts(@PathParam("event") String event, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        var request = PageRequest.of(limit, after);
        find(event, admin());
        return page(separate.cuts(event), request, cut -> cut.kind() + " " + cut.mark());
    }

    /** Takes a mark out of what links buyers of this event. */
    @POST
    @Path("/cuts")
    public Response cut(@PathParam("event") String event, @Valid @NotNull CutRequest request) {
        var by = admin();
        var which = which(event, request.kind(), request.mark(), by);
        if (request.kind() == Mark.Kind.MAILBOX) {
            return Problem.of(422, "mailbox-is-one-buyer", "A mailbox is one buyer",
                    "Addresses that lead to one mailbox cannot be taken apart; raise the event's limit instead.")
                    .toResponse();
        }
        return separate.cut(which, request.reason().strip(), by.id())
                ? Response.status(Response.Status.CREATED).build()
                : unknown().toResponse();
    }

    /** The mark links again. */
    @DELETE
    @Path("/cuts/{kind}/{mark}")
    public Response mend(@PathParam("event") String event, @PathParam("kind") Mark.Kind kind,
            @PathParam("mark") String mark) {
        var by = admin();
        return separate.mend(which(event, kind, mark, by), by.id())
                ? Response.noContent().build()
                : unknown().toResponse();
    }

    private Caller admin() {
        var by = caller.get();
        by.demandAdmin();
        return by;
    }

    private EventView find(String event, Caller by) {
        return events.find(event).filter(found -> by.knows(found.organizationId()))
                .orElseThrow(Events.UNKNOWN::toException);
    }

    private SeparateBuyers.WhichMark which(String event, Mark.Kind kind, String mark, Caller by) {
        if (!DIGEST.matcher(mark).matches()) {
            throw unknown().toException();
        }
        return new SeparateBuyers.WhichMark(find(event, by).organizationId(), event, new Mark(kind, mark));
    }

    private static Problem unknown() {
        return Problem.of(404, "unknown-mark", "There is no such mark to change",
                "Take it from the list of clusters, or of cuts; perhaps somebody was faster.");
    }

    /** @param mark as the edges of a cluster name it */
    record CutRequest(@NotNull Mark.Kind kind, @NotBlank @Size(max = 64) String mark,
            @NotBlank @Size(max = 500) String reason) {}
}
