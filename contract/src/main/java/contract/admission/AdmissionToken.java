package contract.admission;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the waiting room promises the ticketing core about one fan: may shop for this event until then, within these
 * limits. Times are whole seconds, because the signed form knows nothing finer.
 *
 * @param subject       pseudonym of the visitor within the release; says nothing about the person
 * @param jti           burnt by the core, so that a token is exchanged once
 * @param expiresAt     the last moment to exchange it; at this moment it is too late
 * @param sessionEndsAt the last moment of the shopping session
 * @param place         the place in the queue it was earned with
 * @param orders        most orders in the session
 * @param seats         most seats in the session
 * @param keyThumbprint RFC 7638 thumbprint of the browser's key; empty when a cookie alone binds it
 */
public record AdmissionToken(String subject, String jti, Instant issuedAt, Instant expiresAt, Instant sessionEndsAt,
        String release, String event, long place, int orders, int seats, Optional<String> keyThumbprint) {

    /** The token's {@code iss}. */
    public static final String ISSUER = "waiting-room";

    /** The token's {@code aud}. */
    public static final String AUDIENCE = "ticketing-core";

    /** The token's {@code typ}. */
    public static final String TYPE = "admission+jwt";

    public AdmissionToken {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(jti, "jti");
        Objects.requireNonNull(issuedAt, "issuedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(sessionEndsAt, "sessionEndsAt");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(keyThumbprint, "keyThumbprint");
    }
}
