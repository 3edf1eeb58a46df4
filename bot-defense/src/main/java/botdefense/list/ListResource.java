package botdefense.list;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import contract.problem.Problem;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/** Where admins keep the lists of those who always pass and those who never do. */
@Path("/api/waiting-room/defense/lists/{list:allow|block}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@IfBuildProperty(name = "defense.resource", stringValue = "true")
public class ListResource {

    private final KeepLists keep;

    ListResource(KeepLists keep) {
        this.keep = keep;
    }

    @GET
    public Uni<EntryList> list(@PathParam("list") String list,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("after") String after) {
        return keep.entries(ListKind.fromString(list)).onFailure().transform(ListResource::unavailable).map(all -> {
            var rest = after == null
                    ? all
                    : all.stream().dropWhile(shown -> !shown.entry().id().equals(after)).skip(1).toList();
            var items = rest.stream().limit(limit).map(EntryView::of).toList();
            return new EntryList(items, rest.size() > limit ? items.getLast().id() : null);
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> add(@PathParam("list") String list, @Valid @NotNull EntryRequest request,
            @Context SecurityContext staff) {
        var wish = new KeepLists.Wish(ListKind.fromString(list), request.entry(), request.reason(),
                request.expiresAt(), Boolean.TRUE.equals(request.confirmed()));
        return keep.add(wish, staff.getUserPrincipal().getName()).onFailure().transform(ListResource::unavailable)
                .map(ListResource::answer);
    }

    private static Response answer(KeepLists.Kept kept) {
        return switch (kept) {
            case KeepLists.Kept.Added(ListEntry entry) -> Response.status(201)
                    .entity(EntryView.of(new KeepLists.Shown(entry, 0))).build();
            case KeepLists.Kept.Unreadable unreadable -> Problem.of(422, "invalid-entry",
                    "The entry names nobody we can tell", "Send a network or address, AS and a number, a key's "
                            + "thumbprint, or the hex SHA-256 of a mail address in lower case.")
                    .toResponse();
            case KeepLists.Kept.TooWide wide -> Problem.of(422, "entry-too-wide", "That is about very many",
                    "Send it again with confirmed: true if you are sure.").toResponse();
            case KeepLists.Kept.Over over -> Problem.of(422, "invalid-entry", "The entry would be over already",
                    "Send an expiresAt that lies ahead, or none for thirty days.").toResponse();
            case KeepLists.Kept.Full full -> Problem.of(422, "list-full", "The lists are full",
                    "Take entries off that nobody meets any more, or put networks together.").toResponse();
        };
    }

    @DELETE
    @Path("/{id}")
    public Uni<Response> remove(@PathParam("list") String list, @PathParam("id") String id,
            @Context SecurityContext staff) {
        return keep.remove(ListKind.fromString(list), id, staff.getUserPrincipal().getName())
                .onFailure().transform(ListResource::unavailable)
                .map(removed -> removed
                        ? Response.noContent().build()
                        : Problem.of(404, "unknown-entry", "There is no such entry", "The list has those there are.")
                                .toResponse());
    }

    private static Throwable unavailable(Throwable cause) {
        return Problem.of(503, "unavailable", "The lists cannot be read or changed right now",
                "Those in force stay in force. Try again in a few seconds.").retryAfter(Duration.ofSeconds(5))
                .toException();
    }

    /** @param expiresAt thirty days from now if left out */
    record EntryRequest(@NotBlank @Size(max = 100) String entry, @NotBlank @Size(max = 500) String reason,
            Instant expiresAt, Boolean confirmed) {}

    record EntryList(List<EntryView> items, String next) {}

    record EntryView(String id, String entry, String reason, String author, Instant createdAt, Instant expiresAt,
            long hits) {

        static EntryView of(KeepLists.Shown shown) {
            var entry = shown.entry();
            return new EntryView(entry.id(), entry.entry(), entry.reason(), entry.author(), entry.createdAt(),
                    entry.expiresAt(), shown.hits());
        }
    }
}
