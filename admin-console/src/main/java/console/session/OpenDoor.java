package console.session;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import console.upstream.StaffDoor;

/** Keeps a session that the core has opened, and leads on. */
@ApplicationScoped
class OpenDoor {

    private static final String HOME = "/admin";
    private static final String SECOND_FACTOR = "/admin/account/second-factor";
    /** A page of ours: no other host, and nothing that could end an attribute or a header. */
    private static final Pattern OURS = Pattern.compile("/admin(?:/(?!/)[\\w./~%:-]*)?(?:\\?[\\w./~%:=&,+-]*)?");
    private static final Duration DEVICE_KNOWN = Duration.ofDays(180);

    private final SessionCookies cookies;
    private final SessionConfig config;
    private final InstantSource clock;

    OpenDoor(SessionCookies cookies, SessionConfig config, InstantSource clock) {
        this.cookies = cookies;
        this.config = config;
        this.clock = clock;
    }

    /** The page that somebody wanted, if it is one of ours; otherwise the first. */
    static String safe(String next) {
        return next != null && OURS.matcher(next).matches() ? next : HOME;
    }

    /** Where somebody goes who is signed in now: who must set up a second factor can do nothing else. */
    static String after(StaffDoor.Opened opened, String next) {
        return opened.session().mustSetUpSecondFactor() ? SECOND_FACTOR : safe(next);
    }

    Response redirect(StaffDoor.Opened opened, String next) {
        return keep(Response.seeOther(URI.create(after(opened, next))), opened).build();
    }

    ResponseBuilder keep(ResponseBuilder answer, StaffDoor.Opened opened) {
        var session = new StaffSession(opened.session().accessToken(), FormTokens.newToken(),
                opened.session().roles(), clock.instant().plusSeconds(opened.session().expiresInSeconds()));
        answer.cookie(cookies.of(session));
        device(opened.device()).ifPresent(answer::cookie);
        return answer;
    }

    private Optional<NewCookie> device(Optional<String> device) {
        return device.map(token -> new NewCookie.Builder(StaffDoor.DEVICE)
                .value(token)
                .path(HOME)
                .maxAge((int) DEVICE_KNOWN.toSeconds())
                .httpOnly(true)
                .secure("https".equals(config.publicUrl().getScheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build());
    }
}
