package ticketing.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import botdefense.client.ClientRequest;
import contract.proof.KeyProof;
import contract.proof.ProofOutcome;
import io.vertx.core.http.HttpServerRequest;
import ticketing.secret.Digest;

/**
 * Reads from a request which session it names, by {@code Authorization: DPoP} or by the cookie {@code shopping}, and
 * what its key proof is worth. Writes that ride on the cookie are checked for their origin before they come here.
 */
@RequestScoped
public class ShopperReader {

    static final String COOKIE = "shopping";

    private static final String SCHEME = "DPoP ";
    private static final int LONGEST_SESSION = 256;

    private final HttpServerRequest request;
    private final ClientRequest client;
    private final InstantSource clock;
    private final AdmissionConfig config;

    ShopperReader(HttpServerRequest request, ClientRequest client, InstantSource clock, AdmissionConfig config) {
        this.request = request;
        this.client = client;
        this.clock = clock;
        this.config = config;
    }

    /** How long it still is until then. */
    public Duration until(Instant moment) {
        return Duration.between(clock.instant(), moment);
    }

    /** Who asks, with the proof checked against this very request. */
    public Shopper shopper() {
        var session = session();
        return new Shopper(session.map(Digest::of), session.map(secret -> proof(Optional.of(secret)))
                .orElseGet(Shopper.Proof.Absent::new));
    }

    /** What the proof of this request is worth for a secret that must be bound to it. */
    Shopper.Proof proof(Optional<String> boundSecret) {
        var headers = request.headers().getAll("DPoP");
        if (headers.isEmpty()) {
            return new Shopper.Proof.Absent();
        }
        var header = headers.size() == 1 ? headers.getFirst() : String.join(",", headers);
        return switch (KeyProof.check(header, request.method().name(), client.url(), boundSecret, clock.instant())) {
            case ProofOutcome.Refused refused -> new Shopper.Proof.Bad(refused.reason());
            case ProofOutcome.Proven proven -> Shopper.Proof.Good.of(proven.thumbprint(), proven.jti());
        };
    }

    /** The cookie that carries a session's value; scripts never see it. */
    public NewCookie cookie(String session, Duration length) {
        return new NewCookie.Builder(COOKIE).value(session).path("/").httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(config.publicUrl().startsWith("https:"))
                .maxAge((int) length.toSeconds())
                .build();
    }

    private Optional<String> session() {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return Optional.of(header)
                    .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                    .map(value -> value.substring(SCHEME.length()).strip())
                    .filter(ShopperReader::isPlausible);
        }
        return Optional.ofNullable(request.getCookie(COOKIE)).map(cookie -> cookie.getValue())
                .filter(ShopperReader::isPlausible);
    }

    private static boolean isPlausible(String session) {
        return !session.isEmpty() && session.length() <= LONGEST_SESSION;
    }
}
