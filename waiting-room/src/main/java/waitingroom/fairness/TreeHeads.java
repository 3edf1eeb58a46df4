package waitingroom.fairness;

import java.text.ParseException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import waitingroom.key.SigningKeys;

/** Signs the heads of fairness logs: one signature covers everybody who joined in that second. */
@Singleton
class TreeHeads {

    private static final JOSEObjectType TYPE = new JOSEObjectType("tree-head+jwt");

    private final LogStore store;
    private final FairnessLog log;
    private final SigningKeys keys;
    private final FairnessConfig config;
    private final InstantSource clock;

    TreeHeads(LogStore store, FairnessLog log, SigningKeys keys, FairnessConfig config, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Hashes what is new, and signs what has stood in the store for long enough. Any instance may do it at any time;
     * what two do at once, one of them does in vain.
     */
    void advance(String release) {
        var state = log.extend(release);
        state.signed().filter(this::isRunningOut)
                .ifPresent(head -> store.renew(release, head, signAnew(release, head)));
        var unsigned = state.unsigned();
        if (unsigned.isPresent()) {
            if (!unsigned.get().since().plus(config.settle()).isAfter(state.now())) {
                store.settle(release, state, Optional.of(sign(release, unsigned.get().size(), unsigned.get().root())));
            }
        } else if (state.hasNews()) {
            store.settle(release, state, Optional.empty());
        }
    }

    /** Its key is about to retire, or was revoked: soon nobody could check the head. */
    private boolean isRunningOut(SignedHead head) {
        var kid = parse(head).getHeader().getKeyID();
        return !kid.equals(keys.active().getKeyID()) && !keys.isLasting(kid);
    }

    private SignedHead signAnew(String release, SignedHead head) {
        return sign(release, head.size(), (String) parse(head).getPayload().toJSONObject().get("root"));
    }

    private static JWSObject parse(SignedHead head) {
        try {
            return JWSObject.parse(head.jws());
        } catch (ParseException e) {
            throw new IllegalStateException("a tree head of ours is no JWS", e);
        }
    }

    private SignedHead sign(String release, long size, String root) {
        try {
            var key = keys.active();
            var jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).type(TYPE).build(),
                    new Payload(Map.of("iss", "waiting-room", "rel", release, "size", size, "root", root,
                            "iat", clock.instant().getEpochSecond())));
            jws.sign(new ECDSASigner(key));
            return new SignedHead(size, jws.serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException("a P-256 key of ours cannot sign", e);
        }
    }
}
