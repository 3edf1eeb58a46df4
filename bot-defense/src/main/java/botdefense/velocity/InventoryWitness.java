package botdefense.velocity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import botdefense.Action;
import botdefense.guard.Inquiry;
import botdefense.guard.Witness;
import botdefense.score.Sighting;
import botdefense.store.Refreshed;
import botdefense.store.SharedSecret;
import io.smallrye.mutiny.Uni;

/**
 * Who takes seats and never pays, between whom a seat goes back and forth, and who pays faster than anybody reads, on all
 * instances together; what a fan who changes the seats a few times does stays below it.
 */
@Singleton
public class InventoryWitness implements Witness, Refreshed {

    private static final int SOME_HOLDS = 4;
    private static final int MANY_HOLDS = 8;
    private static final int SOME_PASSES = 3;
    private static final int MANY_PASSES = 5;
    private static final Duration TO_READ = Duration.ofSeconds(2);
    private static final int CREATED = 201;
    private static final int FULL = 100;

    private final HoldNewsStore store;
    private final SharedSecret secret;
    private final InstantSource clock;
    private final Holds holds = new Holds();
    private final SeatTrails trails = new SeatTrails();
    private volatile String read = "0-0";

    InventoryWitness(HoldNewsStore store, SharedSecret secret, InstantSource clock) {
        this.store = store;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public List<Sighting> look(Inquiry inquiry) {
        var now = clock.instant();
        return switch (inquiry.action()) {
            case HOLD -> Stream.of(spinning(inquiry, now), pingPong(inquiry, now)).flatMap(Optional::stream).toList();
            case PAY -> tooFast(inquiry, now).stream().toList();
            case VIEW, JOIN, CLAIM -> List.of();
        };
    }

    private Optional<Sighting> tooFast(Inquiry inquiry, Instant now) {
        var placed = holds.of(inquiry.subject(), now);
        return !placed.isEmpty() && now.isBefore(placed.getLast().plus(TO_READ))
                ? Optional.of(Sighting.of("too-fast", "pays within two seconds of choosing seats"))
                : Optional.empty();
    }

    private Optional<Sighting> spinning(Inquiry inquiry, Instant now) {
        var placed = holds.of(inquiry.subject(), now).size();
        return placed < SOME_HOLDS
                ? Optional.empty()
                : Optional.of(new Sighting("spinning", placed < MANY_HOLDS ? FULL / 2 : FULL,
                        "%d holds in half an hour, none paid".formatted(placed)));
    }

    /** A family that swaps a seat once, and back again, stays below it. */
    private Optional<Sighting> pingPong(Inquiry inquiry, Instant now) {
        return taken(inquiry).map(taken -> taken.seats().stream()
                .mapToInt(seat -> trails.passes(seat, taken.by(), now)).max().orElse(0))
                .filter(passes -> passes >= SOME_PASSES)
                .map(passes -> new Sighting("ping-pong", passes < MANY_PASSES ? FULL / 2 : FULL,
                        "a seat went %d times between linked buyers in half an hour".formatted(passes)));
    }

    /** What the request is about to take, if it names seats and comes from the shop. */
    private Optional<HoldNewsStore.Taken> taken(Inquiry inquiry) {
        if (inquiry.action() != Action.HOLD || inquiry.seats().isEmpty()) {
            return Optional.empty();
        }
        return inquiry.session().map(session -> new HoldNewsStore.Taken(
                new SeatTrails.Buyer(session, inquiry.deviceKey(), secret.pseudonym(inquiry.address().subnet())),
                inquiry.seats().stream().map(seat -> inquiry.scope() + " " + seat).toList()));
    }

    /** Whoever has no session, such as somebody who lines up for what is sold out, has held nothing. */
    @Override
    public void learn(Inquiry inquiry, int status) {
        if (status == CREATED && inquiry.session().isPresent()
                && (inquiry.action() == Action.HOLD || inquiry.action() == Action.PAY)) {
            var news = new HoldNewsStore.News(inquiry.subject(), inquiry.action() == Action.PAY, clock.instant(),
                    taken(inquiry));
            var now = clock.instant();
            holds.learn(news, now);
            news.taken().ifPresent(
                    taken -> taken.seats().forEach(seat -> trails.learn(seat, taken.by(), news.at(), now)));
            store.tell(news);
        }
    }

    /** What clients did on other instances, and in which order it all was. */
    @Override
    public Uni<Void> refresh() {
        return store.since(read).invoke(entries -> entries.forEach(this::read)).replaceWithVoid();
    }

    private void read(HoldNewsStore.Entry entry) {
        var now = clock.instant();
        var news = entry.news();
        if (!entry.own()) {
            holds.learn(news, now);
        }
        news.taken().ifPresent(
                taken -> taken.seats().forEach(seat -> trails.order(seat, taken.by(), news.at(), now)));
        read = entry.id();
    }
}
