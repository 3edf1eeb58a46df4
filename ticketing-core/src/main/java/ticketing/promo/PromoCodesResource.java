package ticketing.promo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.event.EventView;
import ticketing.event.Events;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.money.Money;
import ticketing.terms.BillView;

/** The promo codes of an event, for its organizer. */
@Path("/api/ticketing/events/{event}/promo-codes")
@Authenticated
@RunOnVirtualThread
class PromoCodesResource {

    private final Events events;
    private final PromoCodes codes;
    private final CurrentCaller caller;

    PromoCodesResource(Events events, PromoCodes codes, CurrentCaller caller) {
        this.events = events;
        this.codes = codes;
        this.caller = caller;
    }

    @GET
    public Page<PromoCodeView> list(@PathParam("event") String id, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        var event = events.forOrganizer(id);
        var request = PageRequest.of(limit, after);
        var found = codes.list(id, request.after().orElse(""), request.rows()).stream()
                .map(row -> PromoCodeView.of(row, event.currency())).toList();
        return Page.of(found, request, PromoCodeView::code);
    }

    @GET
    @Path("/{code}")
    public Response read(@PathParam("event") String id, @PathParam("code") String code) {
        return show(events.forOrganizer(id), code, Response.Status.OK);
    }

    @POST
    public Response create(@PathParam("event") String id, @Valid @NotNull PromoCodeBody body) {
        var event = events.forOrganizer(id);
        var wanted = Optional.ofNullable(body.categories()).orElse(List.of());
        var unknown = wanted.stream().filter(name -> idOf(event, name).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return Problem.of(422, "unknown-category", "The event has no such category",
                    "Leave out %s, or mend the name.".formatted(String.join(", ", unknown)))
                    .with("unknown", unknown).toResponse();
        }
        var draft = body.draft(ids(event, wanted));
        return codes.create(draft, staff(event))
                ? show(event, draft.promo().code(), Response.Status.CREATED)
                : Problem.of(409, "promo-code-exists", "The event has this promo code already",
                        "Choose another, or change the one there is.").toResponse();
    }

    @PATCH
    @Path("/{code}")
    public Response change(@PathParam("event") String id, @PathParam("code") String code,
            @Valid @NotNull PromoCodeChange body) {
        var event = events.forOrganizer(id);
        var known = codes.find(id, code).orElseThrow(() -> unknown().toException());
        return codes.change(known.promo().code(), Optional.ofNullable(body.uses()), Optional.ofNullable(body.active()),
                staff(event))
                        ? show(event, code, Response.Status.OK)
                        : Problem.of(409, "promo-code-uses-taken", "More of its uses were taken",
                                "Set no fewer than were taken; switch the code off to end it.")
                                .with("used", known.uses()).toResponse();
    }

    private Response show(EventView event, String code, Response.Status status) {
        return codes.find(event.id(), code)
                .map(row -> Response.status(status).entity(PromoCodeView.of(row, event.currency())).build())
                .orElseGet(() -> unknown().toResponse());
    }

    private PromoCodes.Staff staff(EventView event) {
        return new PromoCodes.Staff(caller.get().id(), event.id(), event.organizationId());
    }

    private static Set<String> ids(EventView event, List<String> categories) {
        return categories.stream().flatMap(name -> idOf(event, name).stream()).collect(Collectors.toSet());
    }

    private static Optional<String> idOf(EventView event, String category) {
        return event.categories().stream()
                .filter(known -> known.id().equals(category) || known.name().equals(category))
                .map(EventView.Category::id).findFirst();
    }

    private static Problem unknown() {
        return Problem.of(404, "not-found", "The event has no such promo code", "Look at the list of its codes.");
    }

    record PromoCodeChange(@Min(1) @Max(1_000_000) Integer uses, Boolean active) {}

    /** @param used how many of its uses are taken by orders that stand or are being paid */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PromoCodeView(String code, BigDecimal percent, Money amount, Set<String> categories, int uses, int used,
            Instant validFrom, Instant validUntil, boolean active, Instant createdAt) {

        static PromoCodeView of(PromoRow row, String currency) {
            var promo = row.promo();
            var percent = promo.reduction() instanceof Promo.Reduction.Share share
                    ? BillView.percent(share.basisPoints())
                    : null;
            var amount = promo.reduction() instanceof Promo.Reduction.Amount fixed
                    ? new Money(fixed.perTicket(), currency)
                    : null;
            return new PromoCodeView(promo.code(), percent, amount, promo.categories(), row.maxUses(), row.uses(),
                    row.validFrom().orElse(null), row.validUntil().orElse(null), row.active(), row.createdAt());
        }
    }
}
