package botdefense.list;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Singleton;

import botdefense.network.PrefixMap;
import botdefense.store.Refreshed;
import io.smallrye.mutiny.Uni;

/** Both lists, known by heart. While the store is away, the last ones known stay. */
@Singleton
public class Lists implements Refreshed {

    private final ListStore store;
    private final InstantSource clock;
    private final Map<String, LongAdder> hits = new ConcurrentHashMap<>();
    private volatile Compiled allow = Compiled.of(List.of());
    private volatile Compiled block = Compiled.of(List.of());
    private volatile String revision = "";

    Lists(ListStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether anybody stands on that list, so that asking makes sense. */
    public boolean hasAny(ListKind list) {
        return !(list == ListKind.ALLOW ? allow : block).isEmpty();
    }

    /** The entry that lets this client pass; the hit is counted. */
    public Optional<ListEntry> allowing(Listed client) {
        return met(allow, client);
    }

    /** The entry that keeps this client out, unless another lets it pass; the hit is counted. */
    public Optional<ListEntry> blocking(Listed client) {
        return met(block, client);
    }

    /** The same without counting. */
    public Optional<ListEntry> peek(ListKind list, Listed client) {
        return (list == ListKind.ALLOW ? allow : block).find(client).filter(entry -> entry.isGoodAt(clock.instant()));
    }

    private Optional<ListEntry> met(Compiled list, Listed client) {
        var found = list.find(client).filter(entry -> entry.isGoodAt(clock.instant()));
        found.ifPresent(entry -> hits.computeIfAbsent(entry.id(), id -> new LongAdder()).increment());
        return found;
    }

    @Override
    public Uni<Void> refresh() {
        return store.revision().flatMap(read -> read.equals(revision)
                ? Uni.createFrom().voidItem()
                : store.all().invoke(entries -> {
                    learn(entries);
                    revision = read;
                }).replaceWithVoid()).flatMap(done -> tellHits());
    }

    private void learn(List<ListEntry> entries) {
        var now = clock.instant();
        allow = Compiled.of(entries.stream()
                .filter(entry -> entry.list() == ListKind.ALLOW && entry.isGoodAt(now)).toList());
        block = Compiled.of(entries.stream()
                .filter(entry -> entry.list() == ListKind.BLOCK && entry.isGoodAt(now)).toList());
    }

    private Uni<Void> tellHits() {
        if (hits.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var counted = new HashMap<String, Long>();
        hits.forEach((id, count) -> counted.put(id, count.sumThenReset()));
        hits.keySet().removeAll(counted.keySet());
        return store.countHits(counted);
    }

    /** One list, ready to be asked. */
    private record Compiled(PrefixMap<ListEntry> networks, Map<Object, ListEntry> others, boolean isEmpty) {

        static Compiled of(List<ListEntry> entries) {
            var networks = new PrefixMap<ListEntry>();
            var others = new HashMap<Object, ListEntry>();
            for (var entry : entries) {
                ListSubject.parse(entry.entry()).ifPresent(subject -> {
                    switch (subject) {
                        case ListSubject.OfNetwork network -> networks.put(network.network(), entry);
                        case ListSubject.OfSystem system -> others.put(system.number(), entry);
                        case ListSubject.OfKey key -> others.put(key.thumbprint(), entry);
                        case ListSubject.OfMail mail -> others.put(mail.hash(), entry);
                    }
                });
            }
            return new Compiled(networks, others, entries.isEmpty());
        }

        Optional<ListEntry> find(Listed client) {
            return client.deviceKey().map(key -> (Object) key).map(others::get)
                    .or(() -> client.mailHash().map(hash -> (Object) hash).map(others::get))
                    .or(() -> networks.find(client.address()))
                    .or(() -> client.system().map(number -> (Object) number).map(others::get));
        }
    }
}
