package waitingroom.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.NewCookie;

import contract.proof.PublicKeys;
import io.smallrye.mutiny.Uni;
import waitingroom.release.Release.Binding;
import waitingroom.release.Release.Mode;
import waitingroom.release.Release.Phase;
import waitingroom.release.ReleaseCatalog;
import waitingroom.release.ReleaseProblems;
import waitingroom.release.StoredRelease;
import waitingroom.schedule.Aside;
import waitingroom.store.StoreUnavailableException;
import waitingroom.visitor.Visitor;
import waitingroom.visitor.VisitorCookies;

/**
 * Recognizes who comes, and sees to it that joining takes two steps: a client that does not bring its cookie back
 * after the pause it was told never takes a place.
 */
@Singleton
public class VisitorDoor {

    private final ReleaseCatalog catalog;
    private final VisitorCookies cookies;
    private final QueueConfig config;
    private final InstantSource clock;
    private final PlacesWithoutStore withoutStore;
    private final Aside aside;

    VisitorDoor(ReleaseCatalog catalog, VisitorCookies cookies, QueueConfig config, InstantSource clock,
            PlacesWithoutStore withoutStore, Aside aside) {
        this.catalog = catalog;
        this.cookies = cookies;
        this.config = config;
        this.clock = clock;
        this.withoutStore = withoutStore;
        this.aside = aside;
    }

    public StoredRelease release(String id) {
        return catalog.find(id).orElseThrow(this::unknownRelease);
    }

    /** The release, from memory where it is known; a thread that may wait looks for the others. */
    Uni<StoredRelease> releaseLater(String id) {
        return catalog.known(id).map(stored -> Uni.createFrom().item(stored))
                .orElseGet(() -> aside.run(() -> release(id)));
    }

    WebApplicationException unknownRelease() {
        return ReleaseProblems.unknownRelease().toException();
    }

    /** Whoever the cookie names; refused when it names nobody. */
    public Visitor visitor(String cookie) {
        return cookies.read(cookie).orElseThrow(() -> VisitorProblems.noVisitor().toException());
    }

    /** The place the cookie proves while the store is away, where an operator lets the queue go on; else the refusal. */
    public QueuePlace placeWithoutStore(StoredRelease stored, Visitor visitor, StoreUnavailableException away) {
        return withoutStore.find(stored, visitor).orElseThrow(() -> away);
    }

    public NewCookie cookieOf(Visitor visitor) {
        return cookies.cookieOf(visitor);
    }

    /** This browser: the one its cookie names, if that is of the same key, or a new one. Takes no place. */
    public Visitor browser(StoredRelease stored, String cookie, Map<String, Object> jwk) {
        var thumbprint = thumbprint(stored, jwk);
        var now = clock.instant();
        return cookies.read(cookie).filter(known -> thumbprint.isEmpty() || known.thumbprint().equals(thumbprint))
                .orElseGet(() -> thumbprint.map(key -> Visitor.withKey(key, now))
                        .orElseGet(() -> cookies.anonymous(now)));
    }

    /** Which of the two steps of joining this is. */
    Step stepOf(StoredRelease stored, String cookie, Map<String, Object> jwk) {
        var thumbprint = thumbprint(stored, jwk);
        var now = clock.instant();
        refuseBeforeLobby(stored, now);
        var known = cookies.read(cookie);
        if (known.isEmpty() || known.get().thumbprint().isEmpty() && thumbprint.isPresent()) {
            refuseWhenClosed(stored, now);
            return welcome(thumbprint, now);
        }
        var visitor = known.get();
        if (thumbprint.isPresent() && !thumbprint.equals(visitor.thumbprint())) {
            throw VisitorProblems.otherKey().toException();
        }
        if (now.isBefore(visitor.readyAt())) {
            throw VisitorProblems.tooEarly(Duration.between(now, visitor.readyAt())).toException();
        }
        return new Step.Second(visitor);
    }

    private Step welcome(Optional<String> thumbprint, Instant now) {
        var pause = config.joinPause().plusMillis(ThreadLocalRandom.current().nextLong(250));
        var readyAt = now.plus(pause);
        // The pause told is a little longer than the one kept, so that an exact client is never a millisecond early.
        return new Step.First(thumbprint.map(key -> Visitor.withKey(key, readyAt))
                .orElseGet(() -> cookies.anonymous(readyAt)), pause.plusMillis(20));
    }

    private static Optional<String> thumbprint(StoredRelease stored, Map<String, Object> jwk) {
        if (jwk == null) {
            if (stored.release().binding() == Binding.KEY) {
                throw VisitorProblems.invalidKey("must be a P-256 public key as a JWK").toException();
            }
            return Optional.empty();
        }
        return Optional.of(PublicKeys.thumbprint(jwk).orElseThrow(
                () -> VisitorProblems.invalidKey("must be a P-256 public key as a JWK, without its private part")
                        .toException()));
    }

    /** The store decides in the end; this spares a visitor the step that leads nowhere. */
    private static void refuseBeforeLobby(StoredRelease stored, Instant now) {
        if (stored.release().phaseAt(now) == Phase.SCHEDULED) {
            throw VisitorProblems.tooEarly(Duration.between(now, stored.release().lobbyOpensAt())).toException();
        }
    }

    /** Only for those who bring no cookie: the others may have a place already, which the store knows. */
    private static void refuseWhenClosed(StoredRelease stored, Instant now) {
        if (stored.release().phaseAt(now) == Phase.CLOSED || stored.release().mode() == Mode.DRAIN) {
            throw VisitorProblems.closed().toException();
        }
    }

    /** One of the two steps of joining. */
    sealed interface Step {

        /** A new browser: it gets a cookie, and may come back after the pause. */
        record First(Visitor visitor, Duration pause) implements Step {}

        /** A browser that brought its cookie back in time. */
        record Second(Visitor visitor) implements Step {}
    }
}
