package console.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;

/** The cookie that keeps staff signed in. It goes to the console only, and never along with another site's request. */
@ApplicationScoped
class SessionCookies {

    static final String NAME = "console";

    private static final String PATH = "/admin";

    private final SessionSeal seal;
    private final SessionConfig config;
    private final InstantSource clock;

    SessionCookies(SessionSeal seal, SessionConfig config, InstantSource clock) {
        this.seal = seal;
        this.config = config;
        this.clock = clock;
    }

    NewCookie of(StaffSession session) {
        var rest = Duration.between(clock.instant(), session.expiresAt()).toSeconds();
        return cookie(seal.seal(session), (int) Math.max(0, rest));
    }

    NewCookie none() {
        return cookie("", 0);
    }

    Optional<StaffSession> read(Cookie cookie) {
        return Optional.ofNullable(cookie)
                .flatMap(present -> seal.open(present.getValue(), StaffSession.class))
                .filter(session -> session.coversAt(clock.instant()));
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path(PATH)
                .maxAge(maxAge)
                .httpOnly(true)
                .secure("https".equals(config.publicUrl().getScheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
