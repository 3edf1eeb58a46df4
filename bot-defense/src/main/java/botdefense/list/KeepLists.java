package botdefense.list;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.audit.DefenseAudit;
import io.smallrye.mutiny.Uni;

/** Puts entries on the lists and takes them off. */
@ApplicationScoped
public class KeepLists {

    private static final Duration USUALLY = Duration.ofDays(30);
    private static final int MOST_ENTRIES = 100_000;

    private final ListStore store;
    private final Lists lists;
    private final DefenseAudit audit;
    private final InstantSource clock;

    KeepLists(ListStore store, Lists lists, DefenseAudit audit, InstantSource clock) {
        this.store = store;
        this.lists = lists;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an admin wants on a list. */
    public record Wish(ListKind list, String entry, String reason, Instant expiresAt, boolean confirmed) {}

    /** What became of it. */
    public sealed interface Kept {

        record Added(ListEntry entry) implements Kept {}

        record Unreadable() implements Kept {}

        record TooWide() implements Kept {}

        record Over() implements Kept {}

        record Full() implements Kept {}
    }

    public Uni<Kept> add(Wish wish, String author) {
        var now = clock.instant();
        var subject = ListSubject.parse(wish.entry().strip());
        var until = wish.expiresAt() == null ? now.plus(USUALLY) : wish.expiresAt();
        if (subject.isEmpty()) {
            return Uni.createFrom().item(new Kept.Unreadable());
        }
        if (subject.get().isWide() && !wish.confirmed()) {
            return Uni.createFrom().item(new Kept.TooWide());
        }
        if (!until.isAfter(now)) {
            return Uni.createFrom().item(new Kept.Over());
        }
        var entry = new ListEntry(UUID.randomUUID().toString(), wish.list(), wish.entry().strip(), wish.reason(),
                author,
                now, until);
        return store.save(entry, MOST_ENTRIES).flatMap(saved -> saved
                ? audit.note(author, "list-" + wish.list() + "-add", entry.entry(), entry.reason())
                        .flatMap(noted -> lists.refresh()).replaceWith(new Kept.Added(entry))
                : Uni.createFrom().item(new Kept.Full()));
    }

    /** False when there is none of that id on that list. */
    public Uni<Boolean> remove(ListKind list, String id, String author) {
        return entries(list).flatMap(all -> all.stream().filter(shown -> shown.entry().id().equals(id)).findFirst()
                .map(shown -> store.remove(id).flatMap(removed -> audit
                        .note(author, "list-" + list + "-remove", shown.entry().entry(), "hits " + shown.hits())
                        .flatMap(noted -> lists.refresh()).replaceWith(removed)))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /** The latest first; entries that are over are shown until somebody takes them off. */
    public Uni<List<Shown>> entries(ListKind list) {
        return store.all().flatMap(all -> store.hits().map(hits -> all.stream()
                .filter(entry -> entry.list() == list)
                .sorted(Comparator.comparing(ListEntry::createdAt).reversed().thenComparing(ListEntry::id))
                .map(entry -> new Shown(entry, hits.getOrDefault(entry.id(), 0L))).toList()));
    }

    /** An entry, and how often it was met. */
    public record Shown(ListEntry entry, long hits) {}
}
