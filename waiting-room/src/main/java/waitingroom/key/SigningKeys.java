package waitingroom.key;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.jboss.logging.Logger;
import waitingroom.key.KeyRing.StoredKey;
import waitingroom.key.KeyRingStore.Kept;
import waitingroom.schedule.Ticker;

/** The keys that sign admission tokens: made here, kept sealed in the store, shared by all instances. */
@Singleton
public class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_ATTEMPTS = 10;
    private static final String RESTLESS = "the key ring changes faster than it can be written";

    private final KeyRingStore store;
    private final KeySeal seal;
    private final KeyConfig config;
    private final InstantSource clock;
    private final ConcurrentMap<String, ECKey> opened = new ConcurrentHashMap<>();
    private volatile KeyRing ring = new KeyRing(List.of());
    private Ticker ticker;

    SigningKeys(KeyRingStore store, KeySeal seal, KeyConfig config, InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes Startup event) {
        ticker = Ticker.every(PAUSE, "signing-keys", this::refresh);
    }

    void stop(@Observes Shutdown event) {
        ticker.close();
    }

    /** Reads the ring; makes the first key where there is none that can sign, and the next when it is due. */
    private KeyRing refresh() {
        add(Duration.ZERO, known -> known.activeAt(clock.instant()).isEmpty());
        add(config.publication(), known -> known.isRotationDue(config.rotation(), clock.instant()))
                .ifPresent(next -> LOG.infof("signing key is due for its successor kid=%s", next.kid()));
        ring = store.read().map(Kept::ring).orElseThrow();
        return ring;
    }

    /** The key to sign with now. */
    public ECKey active() {
        var key = ring.activeAt(clock.instant()).or(() -> refresh().activeAt(clock.instant())).orElseThrow();
        return opened.computeIfAbsent(key.kid(), kid -> parse(seal.open(kid, key.sealed())));
    }

    /** Everything verifiers need, without a round trip once it was read. */
    JWKSet published() {
        var known = ring.keys().isEmpty() ? refresh() : ring;
        return new JWKSet(known.publishedAt(clock.instant()).stream()
                .map(key -> (JWK) parse(key.publicJwk())).toList());
    }

    /** The ring as staff see it, read anew. */
    KeyList describe() {
        return KeyList.of(refresh(), config, clock.instant());
    }

    /** Whether verifiers accept what that key signed. */
    public boolean isPublished(String kid) {
        return ring.find(kid, clock.instant()).or(() -> refresh().find(kid, clock.instant())).isPresent();
    }

    /** Whether verifiers will go on accepting what that key signed, as far as can be foreseen. */
    public boolean isLasting(String kid) {
        return ring.find(kid, clock.instant()).or(() -> refresh().find(kid, clock.instant()))
                .filter(key -> key.retiresAt() == 0).isPresent();
    }

    /** Publishes a new key, which takes over after a while; the ones before stay published until nobody needs them. */
    StoredKey rotate() {
        var next = add(config.publication(), known -> true).orElseThrow();
        refresh();
        LOG.infof("signing key published kid=%s activatesAt=%s", next.kid(), Instant.ofEpochMilli(next.activatesAt()));
        return next;
    }

    /**
     * Takes a key away at once: what it signed counts no more, and is signed anew for whoever asks. If it was the one
     * that signs, a new one takes over without having been published before; verifiers look for it.
     *
     * @return the key that signs from now on; empty when there is no such key
     */
    Optional<StoredKey> revoke(String kid) {
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var seen = store.read();
            if (seen.flatMap(known -> known.ring().find(kid, clock.instant())).isEmpty()) {
                refresh(); // it may have been another instance that revoked it
                return Optional.empty();
            }
            if (store.replace(seen, seen.get().ring().without(kid))) {
                opened.remove(kid);
                var active = refresh().activeAt(clock.instant());
                LOG.warnf("signing key revoked kid=%s activeNow=%s", kid, active.orElseThrow().kid());
                return active;
            }
        }
        throw new IllegalStateException(RESTLESS);
    }

    /** Adds a key to the ring if it needs one; of several instances that find so, one does. */
    private Optional<StoredKey> add(Duration delay, Predicate<KeyRing> needed) {
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var now = clock.instant();
            var seen = store.read();
            var before = seen.map(Kept::ring).orElse(new KeyRing(List.of()));
            if (!needed.test(before)) {
                return Optional.empty();
            }
            var next = create(now.plus(delay));
            if (store.replace(seen, before.with(next, config.overlap(), now))) {
                return Optional.of(next);
            }
        }
        throw new IllegalStateException(RESTLESS);
    }

    private StoredKey create(Instant activatesAt) {
        try {
            var key = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true).generate();
            return new StoredKey(key.getKeyID(), key.toPublicJWK().toJSONString(),
                    seal.seal(key.getKeyID(), key.toJSONString()), activatesAt.toEpochMilli(), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException("this JVM makes no P-256 keys", e);
        }
    }

    private static ECKey parse(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("a stored key is no JWK", e);
        }
    }
}
